// The files of a ZIP archive, read without the program's own functions.
#pragma once

#include <QByteArray>
#include <QMap>
#include <QtEndian>

#include <zlib.h>

namespace tokenledger::test {

/// By name. Only what deflate made, and whose sizes stand in the central directory.
inline QMap<QString, QByteArray> unzip(const QByteArray& zip) {
    QMap<QString, QByteArray> files;
    const auto at = [&zip](qsizetype place, int size) {
        return size == 2 ? qFromLittleEndian<quint16>(zip.constData() + place)
                         : qFromLittleEndian<quint32>(zip.constData() + place);
    };
    const qsizetype end = zip.lastIndexOf("PK\x05\x06");
    if (end < 0) return files;
    qsizetype entry = at(end + 16, 4);
    for (quint32 i = 0; i < at(end + 10, 2); ++i) {
        const qsizetype nameSize = at(entry + 28, 2);
        const qsizetype local = at(entry + 42, 4);
        const qsizetype begin = local + 30 + at(local + 26, 2) + at(local + 28, 2);
        QByteArray content(at(entry + 24, 4), '\0');
        z_stream stream = {};
        inflateInit2(&stream, -MAX_WBITS);
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(zip.constData() + begin));
        stream.avail_in = at(entry + 20, 4);
        stream.next_out = reinterpret_cast<Bytef*>(content.data());
        stream.avail_out = static_cast<uInt>(content.size());
        inflate(&stream, Z_FINISH);
        inflateEnd(&stream);
        files.insert(QString::fromUtf8(zip.mid(entry + 46, nameSize)), content);
        entry += 46 + nameSize + at(entry + 30, 2) + at(entry + 32, 2);
    }
    return files;
}

}  // namespace tokenledger::test
