#include "tests/e2e/smallorganization.h"

#include <QTest>

namespace tokenledger::test {

FakeData smallOrganization() {
    FakeData data;
    FakeCost cost;
    cost.day = *UtcDay::fromIso(u"2026-11-18");
    cost.description = QStringLiteral("Claude Opus 5.5 Usage - Input Tokens");
    cost.model = QStringLiteral("claude-opus-5-5");
    cost.cents = QStringLiteral("1250");
    data.cost = {cost};
    FakeUsage usage;
    usage.start = cost.day.startSeconds();
    usage.model = QStringLiteral("claude-opus-5-5");
    usage.measures = {100, 20, 3, 400, 50, 6};
    data.usage = {usage};
    return data;
}

SmallSetup::SmallSetup() {
    server.now = *fromRfc3339(SmallNow);
    server.data = smallOrganization();
}

QStringList SmallSetup::withServer(const QStringList& arguments, const QString& cache) const {
    return arguments + QStringList{QStringLiteral("--base-url"), server.url().toString(),
                                   QStringLiteral("--cache"),    cache.isEmpty() ? home.cache() : cache,
                                   QStringLiteral("--now"),      SmallNow};
}

CliRun SmallSetup::sync(const QStringList& extra) const {
    return home.run(withServer(words("sync --since 2026-11-16")) + extra);
}

CliRun SmallSetup::runOnCache(const QByteArray& line, const QStringList& more) const {
    return home.run(words(line.constData()) + QStringList{QStringLiteral("--cache"), home.cache()} + more);
}

QByteArray SmallSetup::costTotal() const {
    return runOnCache("report cost --interval total --format csv --from 2026-11-16 --to 2026-11-20").out;
}

void verifyPlain(const CliRun& run) {
    QVERIFY2(run.err.contains("tokenledger-cli: "), run.err);
    QVERIFY2(run.err.trimmed().size() > 25, run.err);
    for (const char* internal : {"{\"", "Traceback", "terminate called", "Segmentation", "std::", "<html"}) {
        QVERIFY2(!run.err.contains(internal), run.err);
    }
}

}  // namespace tokenledger::test
