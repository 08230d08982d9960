#include "app/cli/managementreport.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace tokenledger::cli {

namespace {

/// Beside this program, as both are installed; or where a build puts it; or in the PATH.
QString windowProgram() {
    const QString folder = QCoreApplication::applicationDirPath();
    for (const char* place : {"/tokenledger", "/../tokenledger"}) {
        const QFileInfo program(folder + QLatin1String(place));
        if (program.isFile() && program.isExecutable()) return program.canonicalFilePath();
    }
    return QStandardPaths::findExecutable(QStringLiteral("tokenledger"));
}

QStringList argumentsFor(const Context& context, const ReportRequest& request, bool pseudonyms, const QString& path) {
    QStringList arguments{QStringLiteral("--management-report"),
                          path,
                          QStringLiteral("--cache"),
                          context.composition.cachePath(),
                          QStringLiteral("--from"),
                          request.range.first.toIso(),
                          QStringLiteral("--to"),
                          request.range.last.toIso(),
                          QStringLiteral("--now"),
                          toRfc3339(context.composition.clock().now())};
    for (const ReportFilter& filter : request.where) {
        arguments << QStringLiteral("--where") << dimensionName(filter.dimension) + u'=' + filter.value;
    }
    if (pseudonyms) arguments << QStringLiteral("--pseudonyms");
    return arguments;
}

ErrorKind kindOf(int exitCode) {
    for (const ErrorKind kind : {ErrorKind::Usage, ErrorKind::Cache, ErrorKind::Cancelled}) {
        if (static_cast<int>(exitCodeOf(kind)) == exitCode) return kind;
    }
    return ErrorKind::Internal;
}

}  // namespace

Result<QByteArray> managementReport(const Context& context, const ReportRequest& request, bool pseudonyms) {
    const QString program = windowProgram();
    if (program.isEmpty()) {
        return failure(ErrorKind::Usage,
                       QStringLiteral("The PDF report is made by the program tokenledger, which is neither beside "
                                      "tokenledger-cli nor in the PATH. Install it, or choose another format."));
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.pdf"));
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, argumentsFor(context, request, pseudonyms, path));
    process.waitForFinished(-1);
    if (process.error() == QProcess::FailedToStart || process.exitStatus() != QProcess::NormalExit) {
        return failure(ErrorKind::Internal,
                       QStringLiteral("The program \"%1\" could not make the report.").arg(program),
                       process.errorString());
    }
    const QString said = QString::fromUtf8(process.readAllStandardError()).trimmed();
    if (process.exitCode() != 0) {
        const QString prefix = QStringLiteral("tokenledger: ");
        return failure(kindOf(process.exitCode()), said.startsWith(prefix) ? said.mid(prefix.size()) : said);
    }
    for (const QString& line : said.split(u'\n', Qt::SkipEmptyParts)) context.err.line(line);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::Internal, QStringLiteral("The program \"%1\" wrote no report.").arg(program),
                       file.errorString());
    }
    return file.readAll();
}

}  // namespace tokenledger::cli
