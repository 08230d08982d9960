// Bytes as a gzip file, as a server sends them with Content-Encoding: gzip.
#pragma once

#include <QByteArray>

namespace tokenledger::test {

[[nodiscard]] inline QByteArray gzipped(const QByteArray& plain) {
    const QByteArray zlib = qCompress(plain, 9).mid(4);  // size prefix, then a zlib stream: 2 bytes, deflate, adler32
    QByteArray gzip("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", 10);
    gzip += zlib.mid(2, zlib.size() - 6);
    quint32 crc = 0xFFFF'FFFFU;
    for (const char c : plain) {
        crc ^= static_cast<quint8>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xEDB8'8320U : 0U);
    }
    crc = ~crc;
    for (const quint32 value : {crc, static_cast<quint32>(plain.size())}) {
        for (unsigned byte = 0; byte < 4; ++byte) gzip += static_cast<char>((value >> (8 * byte)) & 0xFFU);
    }
    return gzip;
}

}  // namespace tokenledger::test
