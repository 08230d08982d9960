// Runs the real tokenledger-cli with a home folder of its own, while this test's event loop serves its requests.
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace tokenledger::test {

struct CliRun {
    int exitCode = -1;  // -1: it crashed, was killed, or did not end in time
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const;
    /// Exit code and both outputs, to say with a failed check.
    [[nodiscard]] QByteArray all() const;
};

class CliHome {
public:
    CliHome();

    [[nodiscard]] QString path(const QString& name) const;
    [[nodiscard]] QString cache() const { return path(QStringLiteral("org.tokenledger")); }
    /// What the program sees: no keychain and, unless a test changes it, the fake server's key in the environment.
    QProcessEnvironment environment;
    QString program;

    [[nodiscard]] CliRun run(const QStringList& arguments, const QByteArray& input = {}) const;
    /// For a test that looks at the program while it runs, or stops it.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList& arguments, const QByteArray& input = {}) const;
    /// Waits for the end in the event loop.
    [[nodiscard]] static CliRun finish(QProcess& process);

    /// All bytes of all files below the home folder.
    [[nodiscard]] QByteArray everythingInFiles() const;
    void writeFile(const QString& name, const QByteArray& bytes) const;
    [[nodiscard]] QByteArray readFile(const QString& name) const;

private:
    QTemporaryDir m_folder;
};

/// Words of a command line, separated by blanks.
[[nodiscard]] QStringList words(const char* text);

}  // namespace tokenledger::test
