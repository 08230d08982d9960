#include "tests/e2e/clihome.h"

#include "tests/support/fakeadminserver.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

namespace tokenledger::test {

namespace {

constexpr int LongestRunMs = 60'000;

}  // namespace

QJsonObject CliRun::json() const {
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(out, &error).object();
    if (error.error != QJsonParseError::NoError) qWarning("not JSON: %s", out.constData());
    return object;
}

QByteArray CliRun::all() const { return "exit code " + QByteArray::number(exitCode) + '\n' + out + err; }

CliHome::CliHome() : program(QStringLiteral(TOKENLEDGER_CLI)) {
    for (const char* name : {"PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LLVM_PROFILE_FILE"}) {
        if (qEnvironmentVariableIsSet(name)) environment.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
    }
    environment.insert(QStringLiteral("HOME"), m_folder.path());
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                       QStringLiteral("unix:path=") + path(QStringLiteral("no-bus")));
    environment.insert(QStringLiteral("ANTHROPIC_ADMIN_KEY"), QString::fromLatin1(AdminKey));
}

QString CliHome::path(const QString& name) const { return m_folder.filePath(name); }

std::unique_ptr<QProcess> CliHome::start(const QStringList& arguments, const QByteArray& input) const {
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(m_folder.path());
    process->start(program, arguments);
    process->write(input);
    process->closeWriteChannel();
    return process;
}

CliRun CliHome::finish(QProcess& process) {
    QSignalSpy finished(&process, &QProcess::finished);
    if (process.state() != QProcess::NotRunning && !finished.wait(LongestRunMs)) {
        process.kill();
        finished.wait(LongestRunMs);
        return {-1, process.readAllStandardOutput(), "did not end in time: " + process.readAllStandardError()};
    }
    const bool normal = process.error() != QProcess::FailedToStart && process.exitStatus() == QProcess::NormalExit;
    return {normal ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

CliRun CliHome::run(const QStringList& arguments, const QByteArray& input) const {
    return finish(*start(arguments, input));
}

QByteArray CliHome::everythingInFiles() const {
    QByteArray all;
    QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly)) all += "\n== " + file.fileName().toUtf8() + "\n" + file.readAll();
    }
    return all;
}

void CliHome::writeFile(const QString& name, const QByteArray& bytes) const {
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
}

QByteArray CliHome::readFile(const QString& name) const {
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList words(const char* text) { return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts); }

}  // namespace tokenledger::test
