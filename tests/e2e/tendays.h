// Ten days of an organization whose every sum tells which days are in it, and a home to sync them into. Base of the
// tests of what can go wrong on the way.
#pragma once

#include "tests/e2e/clihome.h"
#include "tests/support/fakeadminserver.h"

#include <QObject>

namespace tokenledger::test {

inline const QString UsagePath = QStringLiteral("usage_report/messages");
inline const QString CostPath = QStringLiteral("cost_report");
inline const QString CodePath = QStringLiteral("claude_code");

class TenDays : public QObject {
    Q_OBJECT

protected slots:
    /// A fresh server and a fresh home for each test function.
    void init();

protected:
    [[nodiscard]] QStringList syncArguments(const QStringList& extra = {}) const;
    [[nodiscard]] CliRun sync(const QStringList& extra = {}) const;
    /// With the range and the cache added.
    [[nodiscard]] CliRun report(const QStringList& line) const;
    /// The report's first measure over all ten days; the error text when there is none.
    [[nodiscard]] QString total(const QByteArray& name) const;
    /// Days final, provisional, missing, failed.
    [[nodiscard]] QStringList completeness(const QByteArray& dataset) const;
    [[nodiscard]] QJsonObject statusOf(const char* dataset) const;
    /// Checks: all ten days of everything, once each, and a sound file.
    void verifyWhole() const;

    std::unique_ptr<FakeAdminServer> m_server;
    std::unique_ptr<CliHome> m_home;
};

}  // namespace tokenledger::test
