"""What is said inside what somebody says: weights for candidates that words propose."""
