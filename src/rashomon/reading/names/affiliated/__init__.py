"""What stands beside a person’s name: a role, with whom it is, and for whom its bearer speaks."""
