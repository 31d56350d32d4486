"""What does one account show? One tab a question, made when it is first looked at."""
