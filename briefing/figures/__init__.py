"""What a number is made by: expressions, arithmetic and the questions that rules ask of them."""

from briefing.figures.arithmetic import *
from briefing.figures.ask import *
from briefing.figures.between import *
from briefing.figures.operators import *
from briefing.figures.read import *
from briefing.figures.refusal import *
from briefing.figures.revised import *
