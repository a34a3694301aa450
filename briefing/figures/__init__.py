"""What a number is made by: expressions, arithmetic and the questions that rules ask of them."""
