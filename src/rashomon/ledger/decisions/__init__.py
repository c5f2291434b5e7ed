"""What people decide: corrections as rows that stay, and what they change."""
