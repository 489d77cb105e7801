print("bawaba")
