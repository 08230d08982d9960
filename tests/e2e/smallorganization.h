// One bucket of each report behind a fake server, and the program with a home of its own: for the tests of bad input.
#pragma once

#include "tests/e2e/clihome.h"
#include "tests/support/fakeadminserver.h"

namespace tokenledger::test {

inline const QString SmallNow = QStringLiteral("2026-11-20T13:42:00Z");

/// 12.50 USD on 2026-11-18, in the default workspace.
[[nodiscard]] FakeData smallOrganization();

struct SmallSetup {
    SmallSetup();

    /// With --base-url, --cache and --now; the home's cache unless another is named.
    [[nodiscard]] QStringList withServer(const QStringList& arguments, const QString& cache = {}) const;
    [[nodiscard]] CliRun sync(const QStringList& extra = {}) const;
    /// With --cache.
    [[nodiscard]] CliRun runOnCache(const QByteArray& line, const QStringList& more = {}) const;
    [[nodiscard]] QByteArray costTotal() const;

    FakeAdminServer server;
    CliHome home;
};

/// One plain sentence on standard error: something to read, no raw answer, no internals. Fails the test otherwise.
void verifyPlain(const CliRun& run);

}  // namespace tokenledger::test
