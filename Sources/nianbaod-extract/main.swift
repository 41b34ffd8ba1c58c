print("nianbaod-extract")
