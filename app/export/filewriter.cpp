#include "app/export/filewriter.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace tokenledger {

namespace {

tl::unexpected<Error> cannotOpen(const QString& path, const QString& why) {
    const QFileInfo target(path);
    const QString folder = target.absolutePath();
    if (target.isDir()) {
        return failure(ErrorKind::Usage, QStringLiteral("\"%1\" is a folder; name a file in it.").arg(path), why);
    }
    if (!QFileInfo(folder).isDir()) {
        return failure(ErrorKind::Usage,
                       QStringLiteral("There is no folder \"%1\"; create it or choose another.").arg(folder), why);
    }
    return failure(
        ErrorKind::Usage,
        QStringLiteral(
            "\"%1\" cannot be written; check the permissions of the file and its folder, or choose another place.")
            .arg(path),
        why);
}

tl::unexpected<Error> cannotWrite(const QString& path, const QSaveFile& file) {
    const QString what = file.error() == QFileDevice::ResourceError
                             ? QStringLiteral(
                                   "The disk is full: \"%1\" was not written, and a file that was there is unchanged. "
                                   "Free some space and try again.")
                             : QStringLiteral(
                                   "\"%1\" could not be written, and a file that was there is unchanged. Check the "
                                   "disk, or choose another place.");
    return failure(ErrorKind::Cache, what.arg(path), file.errorString());
}

}  // namespace

Result<void> writeFileAtomically(const QString& path, const QByteArray& bytes) {
    if (path.isEmpty()) return failure(ErrorKind::Usage, QStringLiteral("No file was named; name the file to write."));
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly)) return cannotOpen(path, file.errorString());
    const bool written = file.write(bytes) == bytes.size() && file.flush();
    if (!written) return cannotWrite(path, file);
    if (!file.commit()) return cannotWrite(path, file);
    return {};
}

}  // namespace tokenledger
