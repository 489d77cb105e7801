// nghttp2: HTTP/2 frames, HPACK, flow control and its limits against abuse. It does no I/O.
#ifndef BAWABA_CNGHTTP2_H
#define BAWABA_CNGHTTP2_H
#include <nghttp2/nghttp2.h>
#endif
