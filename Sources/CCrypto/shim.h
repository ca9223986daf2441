// The low-level SHA-256 calls are three times as fast as EVP for messages of a few hundred bytes,
// and a ledger hashes one such message per row.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
#include <openssl/hmac.h>
#include <openssl/evp.h>
#include <openssl/crypto.h>
