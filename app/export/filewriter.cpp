#include "app/export/filewriter.h"

#include "app/core/texts.h"
#include "storage/cachefile.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tokenledger {

namespace {

/// Of the call that failed just now; Qt does not pass it on everywhere.
bool saysDiskFull(int number) { return number == ENOSPC || number == EDQUOT; }

tl::unexpected<Error> diskFull(const QString& path, const QString& why) {
    return failure(ErrorKind::Cache,
                   tr("The disk is full: \"%1\" was not written, and a file that was there is unchanged. Free some "
                      "space and try again.")
                       .arg(path),
                   why);
}

tl::unexpected<Error> cannotOpen(const QString& path, const QString& why) {
    const QFileInfo target(path);
    const QString folder = target.absolutePath();
    if (target.isDir()) {
        return failure(ErrorKind::Usage, tr("\"%1\" is a folder; name a file in it.").arg(path), why);
    }
    if (!QFileInfo(folder).isDir()) {
        return failure(ErrorKind::Usage, tr("There is no folder \"%1\"; create it or choose another.").arg(folder),
                       why);
    }
    return failure(
        ErrorKind::Usage,
        tr("\"%1\" cannot be written; check the permissions of the file and its folder, or choose another place.")
            .arg(path),
        why);
}

tl::unexpected<Error> cannotWrite(const QString& path, const QSaveFile& file, int number) {
    if (saysDiskFull(number)) return diskFull(path, qt_error_string(number));
    if (file.error() == QFileDevice::ResourceError) return diskFull(path, file.errorString());
    return failure(ErrorKind::Cache,
                   tr("\"%1\" could not be written, and a file that was there is unchanged. Check the disk, or choose "
                      "another place.")
                       .arg(path),
                   file.errorString());
}

/// Where symbolic links lead, also to what does not exist.
QString linkTarget(QString path) {
    constexpr int MostLinks = 40;
    for (int i = 0; i < MostLinks && QFileInfo(path).isSymLink(); ++i) {
        // A name of one of this program's open files, as /dev/stdout is: what is behind it has no better name.
        if (QFileInfo(QFileInfo(path).absolutePath()).canonicalFilePath().startsWith(QStringLiteral("/proc/"))) break;
        path = QFileInfo(path).symLinkTarget();
    }
    return path;
}

/// 0 for what does not exist.
mode_t kindOf(const QString& target) {
    struct stat status = {};
    return ::stat(QFile::encodeName(target).constData(), &status) == 0 ? status.st_mode : 0;
}

bool takesBytesAsTheyAre(const QString& target) {
    const mode_t kind = kindOf(target);
    if (kind == 0) return false;
    // A link that is left is an open file's: a regular file behind it was opened by the shell, and is written on.
    return S_ISCHR(kind) || S_ISFIFO(kind) || QFileInfo(target).isSymLink();
}

/// For what cannot be replaced by a rename.
Result<void> writeThrough(const QString& path, const QString& target, const QByteArray& bytes) {
    // Not blocking while it is opened: a pipe that nobody reads would hang here for ever.
    const int file =
        ::open(QFile::encodeName(target).constData(), O_WRONLY | O_APPEND | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0 && errno == ENXIO && S_ISFIFO(kindOf(target))) {
        return failure(ErrorKind::Usage, tr("Nobody reads from \"%1\"; start the program that does first.").arg(path),
                       qt_error_string(errno));
    }
    if (file < 0) return cannotOpen(path, qt_error_string(errno));
    ::fcntl(file, F_SETFL, ::fcntl(file, F_GETFL) & ~O_NONBLOCK);
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(file, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) break;
        done += written;
    }
    const QString why = done < bytes.size() ? qt_error_string(errno) : QString();
    ::close(file);
    if (why.isEmpty()) return {};
    return failure(ErrorKind::Cache,
                   tr("\"%1\" did not take the whole export. Check where it leads, or choose another place.").arg(path),
                   why);
}

}  // namespace

Result<void> writeFileAtomically(const QString& path, const QByteArray& bytes) {
    if (path.isEmpty()) return failure(ErrorKind::Usage, tr("No file was named; name the file to write."));
    const QString target = linkTarget(path);
    if (belongsToCache(target)) {
        return failure(ErrorKind::Usage,
                       tr("\"%1\" belongs to a Tokenledger cache, which the export would destroy. Choose "
                          "another name.")
                           .arg(path));
    }
    if (takesBytesAsTheyAre(target)) return writeThrough(path, target, bytes);
    const QFileInfo existing(target);
    if (existing.exists() && !existing.isFile() && !existing.isDir()) {
        return failure(ErrorKind::Usage,
                       tr("\"%1\" is not a file but a device or a socket. Choose another name.").arg(path));
    }
    QSaveFile file(target);
    file.setDirectWriteFallback(false);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly)) {
        const int number = errno;
        if (saysDiskFull(number)) return diskFull(path, qt_error_string(number));
        return cannotOpen(path, file.errorString());
    }
    errno = 0;
    const bool written = file.write(bytes) == bytes.size() && file.flush() && file.commit();
    if (!written) return cannotWrite(path, file, errno);
    return {};
}

}  // namespace tokenledger
