"""What one tells was done and another tells was not: *it had been sent an offer*, *it never received one*."""
