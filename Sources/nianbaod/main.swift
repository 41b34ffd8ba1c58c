print("nianbaod")
