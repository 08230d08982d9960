#include "storage/cachefile.h"

#include "storage/schema.h"
#include "storage/statement.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>
#include <QtEndian>

namespace tokenledger {

bool isCacheFile(const QString& path) {
    const QFileInfo info(path);
    if (!info.isFile() || info.size() == 0) return false;
    // Through SQLite and not by reading the file: closing a file gives up all locks that this process has on it, and
    // SQLite, which knows that, may have the same file open.
    const QString uri = QString::fromLatin1(QUrl::fromLocalFile(info.canonicalFilePath()).toEncoded()) +
                        QStringLiteral("?mode=ro&immutable=1");
    try {
        SQLite::Database db(uri.toStdString(), SQLite::OPEN_READONLY | SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX);
        return singleInteger(db, "PRAGMA application_id") == CacheApplicationId;
    } catch (const SQLite::Exception&) {
        return false;  // no database at all
    }
}

bool bearsCacheMark(const QString& path) {
    constexpr qint64 MarkPlace = 68;  // of the application id in SQLite's file header
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(MarkPlace)) return false;
    const QByteArray mark = file.read(sizeof(quint32));
    return mark.size() == sizeof(quint32) && qFromBigEndian<quint32>(mark.constData()) == CacheApplicationId;
}

bool belongsToCache(const QString& path) {
    if (isCacheFile(path)) return true;
    for (const QLatin1String ending :
         {QLatin1String("-wal"), QLatin1String("-shm"), QLatin1String("-journal"), QLatin1String(".lock")}) {
        if (path.endsWith(ending) && isCacheFile(path.chopped(ending.size()))) return true;
    }
    return false;
}

}  // namespace tokenledger
