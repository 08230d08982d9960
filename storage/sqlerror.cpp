#include "storage/sqlerror.h"

#include "app/core/money.h"
#include "app/core/texts.h"

#include <QDir>

#include <sqlite3.h>

namespace tokenledger {

namespace {

QString diskFull(const QString& shown) {
    return tr("The disk that holds the cache %1 is full. Free some space and try again; what was saved before is "
              "still there.")
        .arg(shown);
}

/// What SQLite knows of a failed read or write of the disk, in its extended code.
QString diskSentence(int extended, const QString& shown) {
    switch (extended) {
        case SQLITE_IOERR_SHMSIZE:  // the shared memory beside the cache could not grow
            return diskFull(shown);
        case SQLITE_IOERR_WRITE:  // a quota or a limit on the size of files, too, are told in this way only
        case SQLITE_IOERR_FSYNC:
        case SQLITE_IOERR_DIR_FSYNC:
        case SQLITE_IOERR_TRUNCATE:
        case SQLITE_IOERR_CLOSE:
            return tr("The disk did not take what was written to the cache %1: it may be full, over a quota, or "
                      "failing. Free some space and try again; what was saved before is still there.")
                .arg(shown);
        case SQLITE_IOERR_NOMEM:
            return tr("There was not enough memory to use the cache %1. Close other programs and try again.")
                .arg(shown);
        case SQLITE_IOERR_LOCK:
        case SQLITE_IOERR_RDLOCK:
        case SQLITE_IOERR_UNLOCK:
        case SQLITE_IOERR_CHECKRESERVEDLOCK:
        case SQLITE_IOERR_SHMLOCK:
        case SQLITE_IOERR_SHMOPEN:
        case SQLITE_IOERR_SHMMAP:
            return tr("The file system of the cache %1 cannot lock or share it. Move the cache to a folder on a "
                      "local disk.")
                .arg(shown);
        default:
            return tr("The disk did not read or write the cache %1. Check the disk, then run verify.").arg(shown);
    }
}

bool isDamage(int code) { return code == SQLITE_CORRUPT || code == SQLITE_NOTADB; }

QString sentence(int extended, const QString& path) {
    const QString shown = QDir::toNativeSeparators(path);
    switch (extended & 0xFF) {
        case SQLITE_NOTADB:
            return tr("%1 is not a Tokenledger cache, or its beginning is damaged; it was left as it is. Choose "
                      "another file, or put a good copy in its place.")
                .arg(shown);
        case SQLITE_CORRUPT:
            return tr("The cache %1 is damaged. Put a good copy in its place, or set it aside and sync again.")
                .arg(shown);
        case SQLITE_FULL:
            return diskFull(shown);
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_PROTOCOL:
            return tr("The cache %1 is locked by another program. Close that program and try again.").arg(shown);
        case SQLITE_READONLY:
            return tr("The cache %1 may not be written: the file or its folder is read-only.").arg(shown);
        case SQLITE_PERM:
        case SQLITE_AUTH:
        case SQLITE_CANTOPEN:
            return tr("The cache %1 cannot be opened: check that you may read the file and its folder.").arg(shown);
        case SQLITE_IOERR:
            return diskSentence(extended, shown);
        case SQLITE_NOMEM:
            return diskSentence(SQLITE_IOERR_NOMEM, shown);
        default:
            return tr("The cache %1 could not be used.").arg(shown);
    }
}

}  // namespace

Error cancelledError() {
    return {ErrorKind::Cancelled, tr("Stopped before it was done: a newer question took its place."), {}};
}

Error sumTooLargeError() { return tooLarge(QStringLiteral("A sum")).value(); }

Error cacheError(const SQLite::Exception& exception, const QString& path) {
    const QString detail =
        QStringLiteral("SQLite %1: %2").arg(exception.getExtendedErrorCode()).arg(QString::fromUtf8(exception.what()));
    const int code = exception.getErrorCode() & 0xFF;
    const int extended = exception.getExtendedErrorCode();
    const bool known = (extended & 0xFF) == code;  // an exception made by hand has the plain code only
    Error error;
    if (code == SQLITE_INTERRUPT) {
        error = cancelledError();
    } else if (code == SQLITE_ERROR && detail.contains(QLatin1String("integer overflow"))) {
        error = sumTooLargeError();
    } else {
        const ErrorKind kind = isDamage(code) ? ErrorKind::Damaged : ErrorKind::Cache;
        error = {kind, sentence(known ? extended : exception.getErrorCode(), path), {}};
    }
    error.detail = detail;
    return error;
}

}  // namespace tokenledger
