// OpenSSL 3 for Swift: the public headers, and the macros that Swift cannot import.
// The low-level SHA256_* functions are deprecated in name only: they are the ones that
// allocate nothing (see Sources/Crypto).
#ifndef BAWABA_COPENSSL_H
#define BAWABA_COPENSSL_H
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#endif
