#include "storage/setaside.h"

#include "app/core/texts.h"
#include "storage/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>

namespace tokenledger {

namespace {

QString shown(const QString& path) { return QDir::toNativeSeparators(path); }

/// SQLite plays a log into any file of the right name, so a log must never be left to a fresh cache: it goes first.
constexpr std::array<QLatin1String, 3> Parts{QLatin1String("-wal"), QLatin1String("-journal"), QLatin1String("")};

bool isFree(const QString& target) {
    return std::none_of(Parts.begin(), Parts.end(),
                        [&target](QLatin1String part) { return QFileInfo::exists(target + part); });
}

QString freeName(const QString& path, const QDateTime& now) {
    const QString base = path + u".damaged-" + now.toUTC().toString(QStringLiteral("yyyy-MM-dd-HHmmss"));
    QString name = base;
    for (int i = 2; !isFree(name); ++i) name = QStringLiteral("%1-%2").arg(base).arg(i);
    return name;
}

Result<void> renameAll(const QString& from, const QString& to) {
    QStringList done;
    for (const QLatin1String part : Parts) {
        QFile file(from + part);
        if (!file.exists()) continue;
        if (file.rename(to + part)) {
            done.append(part);
            continue;
        }
        const QString reason = file.errorString();
        for (const QString& back : done) QFile::rename(to + back, from + back);
        return failure(ErrorKind::Cache, tr("%1 could not be renamed, so it was left as it is: %2. Check "
                                            "that you may write to its folder.")
                                             .arg(shown(from), reason));
    }
    return {};
}

}  // namespace

Result<QString> setCacheAside(const QString& path, const QDateTime& now) {
    if (!QFileInfo(path).isFile()) {
        return failure(ErrorKind::Cache, tr("There is no cache at %1.").arg(shown(path)));
    }
    const QString file = QFileInfo(path).canonicalFilePath();
    const Result<WriterLock> lock = WriterLock::take(file);
    if (!lock) return failure(lock.error());
    const QString target = freeName(file, now);
    if (auto renamed = renameAll(file, target); !renamed) return failure(renamed.error());
    QFile::remove(file + u"-shm");  // made anew by whoever opens either file
    if (QFileInfo(path).isSymLink()) {
        // The link would point at nothing, which nobody could create a cache through.
        QFile fresh(file);
        if (!fresh.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)) {
            return failure(ErrorKind::Cache, tr("The cache is kept as %1, but no fresh file could be made "
                                                "in its place: %2.")
                                                 .arg(shown(target), fresh.errorString()));
        }
    }
    return target;
}

}  // namespace tokenledger
