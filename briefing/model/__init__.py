"""Frozen values that the stages hand to each other; imports nothing of ours.

The door has what a briefing is made of; what few ask for is asked of its own module.
"""

from briefing.model.block import *
from briefing.model.document import *
from briefing.model.exhibit import *
from briefing.model.fact import *
from briefing.model.finding import *
from briefing.model.inline import *
from briefing.model.manuscript import *
from briefing.model.period import *
from briefing.model.place import *
from briefing.model.reference import *
from briefing.model.series import *
from briefing.model.spec import *
from briefing.model.table import *
from briefing.model.text import *
from briefing.model.unit import *
from briefing.model.walk import *
