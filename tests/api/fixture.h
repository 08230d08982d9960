// Files of tests/fixtures, and edits of them.
#pragma once

#include <QFile>
#include <QString>

namespace tokenledger::test {

inline QByteArray fixture(const char* name) {
    QFile file(QStringLiteral(TOKENLEDGER_FIXTURES "/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly)) qFatal("no fixture %s", name);
    return file.readAll();
}

/// The text with its first `from` replaced; fatal when it is not there, so that a test cannot pass by accident.
inline QByteArray edited(QByteArray text, const char* from, const char* to) {
    const qsizetype at = text.indexOf(from);
    if (at < 0) qFatal("\"%s\" is not in the fixture", from);
    return text.replace(at, static_cast<qsizetype>(qstrlen(from)), to);
}

}  // namespace tokenledger::test
