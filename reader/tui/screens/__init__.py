"""The places of the program; each owns its state and asks the desk."""
