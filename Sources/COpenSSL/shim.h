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
#include <openssl/ocsp.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <openssl/ssl.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

// Macros, as functions and constants.
static const uint64_t bawaba_SSL_OP_NO_RENEGOTIATION = SSL_OP_NO_RENEGOTIATION;
static const unsigned long bawaba_XN_FLAG_RFC2253 = XN_FLAG_RFC2253;
static const uint64_t bawaba_SSL_OP_CIPHER_SERVER_PREFERENCE = SSL_OP_CIPHER_SERVER_PREFERENCE;
static const uint64_t bawaba_SSL_OP_PRIORITIZE_CHACHA = SSL_OP_PRIORITIZE_CHACHA;
static const uint64_t bawaba_SSL_OP_NO_COMPRESSION = SSL_OP_NO_COMPRESSION;

static inline int bawaba_ERR_GET_LIB(unsigned long code) { return ERR_GET_LIB(code); }
static inline int bawaba_ERR_GET_REASON(unsigned long code) { return ERR_GET_REASON(code); }
static inline long bawaba_SSL_CTX_set_mode(SSL_CTX *context, long mode) {
    return SSL_CTX_set_mode(context, mode);
}
static inline long bawaba_SSL_CTX_set_read_ahead(SSL_CTX *context, int enabled) {
    return SSL_CTX_set_read_ahead(context, enabled);
}
static inline long bawaba_SSL_CTX_set_session_cache_mode(SSL_CTX *context, long mode) {
    return SSL_CTX_set_session_cache_mode(context, mode);
}
static inline int bawaba_SSL_CTX_set_min_proto_version(SSL_CTX *context, int version) {
    return (int)SSL_CTX_set_min_proto_version(context, version);
}
static inline int bawaba_SSL_CTX_set1_groups_list(SSL_CTX *context, const char *names) {
    return (int)SSL_CTX_set1_groups_list(context, (char *)names);
}
static inline int bawaba_SSL_CTX_add1_chain_cert(SSL_CTX *context, X509 *certificate) {
    return (int)SSL_CTX_add1_chain_cert(context, certificate);
}
// The certificate behind the one in use that stands at `index`, or nil.
static inline X509 *bawaba_SSL_CTX_chain_certificate(SSL_CTX *context, int index) {
    STACK_OF(X509) *chain = NULL;
    SSL_CTX_get0_chain_certs(context, &chain);
    return sk_X509_value(chain, index);
}
static inline long bawaba_SSL_CTX_set_max_cert_list(SSL_CTX *context, long bytes) {
    return SSL_CTX_set_max_cert_list(context, bytes);
}
static inline void bawaba_SSL_CTX_set_status_callback(
    SSL_CTX *context, int (*callback)(SSL *, void *), void *argument) {
    SSL_CTX_set_tlsext_status_cb(context, callback);
    SSL_CTX_set_tlsext_status_arg(context, argument);
}
static inline long bawaba_SSL_set_ocsp_response(SSL *session, void *bytes, size_t length) {
    return SSL_set_tlsext_status_ocsp_resp(session, bytes, length);
}
static inline long bawaba_BIO_get_mem_data(BIO *bio, char **bytes) {
    return BIO_get_mem_data(bio, bytes);
}
static inline int bawaba_GENERAL_NAMES_count(const GENERAL_NAMES *names) {
    return sk_GENERAL_NAME_num(names);
}
static inline GENERAL_NAME *bawaba_GENERAL_NAMES_at(const GENERAL_NAMES *names, int index) {
    return sk_GENERAL_NAME_value(names, index);
}
static inline void bawaba_SSL_CTX_set_servername_callback(
    SSL_CTX *context, int (*callback)(SSL *, int *, void *)) {
    SSL_CTX_set_tlsext_servername_callback(context, callback);
}
// The parameters are built here because OSSL_PARAM wants mutable strings.
static inline int bawaba_EVP_MAC_init_sha256(
    EVP_MAC_CTX *mac, const unsigned char *key, size_t length) {
    char digest[] = "SHA256";
    OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string("digest", digest, 0), OSSL_PARAM_construct_end()};
    return EVP_MAC_init(mac, key, length, parameters);
}
static inline int bawaba_SSL_set_server_name(SSL *session, const char *name) {
    return (int)SSL_set_tlsext_host_name(session, name);
}
#endif
