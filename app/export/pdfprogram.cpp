#include "app/export/pdfprogram.h"

#include "app/core/texts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace tokenledger {

namespace {

QStringList argumentsFor(const PdfQuestion& question, const QString& path) {
    QStringList arguments{QStringLiteral("--management-report"),
                          path,
                          QStringLiteral("--cache"),
                          question.cachePath,
                          QStringLiteral("--from"),
                          question.request.range.first.toIso(),
                          QStringLiteral("--to"),
                          question.request.range.last.toIso(),
                          QStringLiteral("--now"),
                          toRfc3339(question.now)};
    for (const ReportFilter& filter : question.request.where) {
        arguments << QStringLiteral("--where") << dimensionName(filter.dimension) + u'=' + filter.value;
    }
    if (question.pseudonyms) arguments << QStringLiteral("--pseudonyms");
    return arguments;
}

/// Its exit codes are those of the command line.
ErrorKind kindOf(int exitCode) {
    constexpr int Usage = 2;
    constexpr int Cache = 5;
    return exitCode == Usage ? ErrorKind::Usage : exitCode == Cache ? ErrorKind::Cache : ErrorKind::Internal;
}

}  // namespace

QString windowProgram() {
    const QString folder = QCoreApplication::applicationDirPath();
    for (const char* place : {"/tokenledger", "/../tokenledger"}) {
        const QFileInfo program(folder + QLatin1String(place));
        if (program.isFile() && program.isExecutable()) return program.canonicalFilePath();
    }
    return QStandardPaths::findExecutable(QStringLiteral("tokenledger"));
}

Result<PdfAnswer> runPdfProgram(const QString& program, const PdfQuestion& question,
                                std::chrono::milliseconds patience) {
    if (program.isEmpty()) {
        return failure(ErrorKind::Usage,
                       tr("The PDF report is made by the program tokenledger, which is neither beside this one nor in "
                          "the PATH. Install it, or choose another format."));
    }
    const QTemporaryDir folder;
    if (!folder.isValid()) {
        return failure(ErrorKind::Cache,
                       tr("The PDF report could not be made: the folder for temporary files (%1) takes no files. Free "
                          "some space, check its permissions, and try again.")
                           .arg(QDir::tempPath()),
                       folder.errorString());
    }
    const QString path = folder.filePath(QStringLiteral("report.pdf"));
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, argumentsFor(question, path));
    if (!process.waitForFinished(static_cast<int>(patience.count())) && process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
        return failure(ErrorKind::Internal,
                       tr("The program \"%1\" did not finish the report in time and was stopped. Try again, or choose "
                          "fewer days.")
                           .arg(program));
    }
    if (process.error() == QProcess::FailedToStart || process.exitStatus() != QProcess::NormalExit) {
        return failure(ErrorKind::Internal, tr("The program \"%1\" could not make the report.").arg(program),
                       process.errorString());
    }
    // What it says itself; the window system may have something to say, too.
    QStringList said;
    const QString prefix = QStringLiteral("tokenledger: ");
    for (const QString& line : QString::fromUtf8(process.readAllStandardError()).split(u'\n')) {
        if (line.startsWith(prefix)) said << line.mid(prefix.size());
    }
    if (process.exitCode() != 0) {
        return failure(
            kindOf(process.exitCode()),
            said.isEmpty() ? tr("The program \"%1\" could not make the report.").arg(program) : said.front());
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::Internal, tr("The program \"%1\" wrote no report.").arg(program), file.errorString());
    }
    return PdfAnswer{file.readAll(), said};
}

}  // namespace tokenledger
