#include "storage/sqlerror.h"

#include <QDir>

#include <sqlite3.h>

namespace tokenledger {

namespace {

QString sentence(int code, const QString& path) {
    const QString shown = QDir::toNativeSeparators(path);
    switch (code) {
        case SQLITE_NOTADB:
            return QStringLiteral("%1 is not a Tokenledger cache. Choose another file; this one was left as it is.")
                .arg(shown);
        case SQLITE_CORRUPT:
            return QStringLiteral(
                       "The cache %1 is damaged. Put a good copy in its place, or move it away and sync again.")
                .arg(shown);
        case SQLITE_FULL:
            return QStringLiteral(
                       "The disk that holds the cache %1 is full. Free some space and sync again; what was saved "
                       "before is still there.")
                .arg(shown);
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_PROTOCOL:
            return QStringLiteral("The cache %1 is locked by another program. Close that program and try again.")
                .arg(shown);
        case SQLITE_READONLY:
            return QStringLiteral("The cache %1 may not be written: the file or its folder is read-only.").arg(shown);
        case SQLITE_PERM:
        case SQLITE_AUTH:
        case SQLITE_CANTOPEN:
            return QStringLiteral("The cache %1 cannot be opened: check that you may read the file and its folder.")
                .arg(shown);
        case SQLITE_IOERR:
            return QStringLiteral("The disk did not read or write the cache %1. Check the disk, then run verify.")
                .arg(shown);
        default:
            return QStringLiteral("The cache %1 could not be used.").arg(shown);
    }
}

}  // namespace

Error cancelledError() {
    return {ErrorKind::Cancelled, QStringLiteral("Stopped before it was done: a newer question took its place."), {}};
}

Error sumTooLargeError() {
    return {ErrorKind::Internal, QStringLiteral("A sum is too large to hold exactly. Ask for a shorter range."), {}};
}

Error cacheError(const SQLite::Exception& exception, const QString& path) {
    const QString detail =
        QStringLiteral("SQLite %1: %2").arg(exception.getExtendedErrorCode()).arg(QString::fromUtf8(exception.what()));
    const int code = exception.getErrorCode() & 0xFF;
    Error error;
    if (code == SQLITE_INTERRUPT) {
        error = cancelledError();
    } else if (code == SQLITE_ERROR && detail.contains(QLatin1String("integer overflow"))) {
        error = sumTooLargeError();
    } else {
        error = {ErrorKind::Cache, sentence(code, path), {}};
    }
    error.detail = detail;
    return error;
}

}  // namespace tokenledger
