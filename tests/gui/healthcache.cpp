#include "tests/gui/healthcache.h"

namespace tokenledger::test {

namespace {

CostPageBuilder costs(const DateRange& range, std::int64_t restatedTo) {
    CostPageBuilder page;
    for (UtcDay when = range.first; when <= range.last; when = when + 1) {
        page.bucket(when, {{QStringLiteral("w1"),
                            QStringLiteral("Opus in"),
                            {},
                            QStringLiteral("claude-opus-5-5"),
                            when == Restated ? restatedTo : 2'000'000'000}});
    }
    return page;
}

RequestLogEntry answer(Dataset dataset, const DateRange& range, const QDateTime& when) {
    RequestLogEntry log = answered(when, dataset);
    log.request = QStringLiteral("/v1/organizations/report?starting_at=%1&ending_at=%2")
                      .arg(toRfc3339(range.first.start()), toRfc3339((range.last + 1).start()));
    log.rows = range.days();
    return log;
}

}  // namespace

void fillHealthCache(const QString& path) {
    const auto writer = valueOf(CacheWriter::open(path));
    valueOf(writer->storeOrganization({QStringLiteral("org-1"), QStringLiteral("Halden Robotics")}, false,
                                      answered(Now, Dataset::Organization)));
    const DateRange early = days("2026-10-21", "2026-11-01");
    valueOf(writer->storeCost(costs(early, 1'500'000'000).page(), early, true,
                              answer(Dataset::Cost, early, at("2026-11-10T09:00:00Z"))));
    valueOf(writer->storeCost(costs(Period, 2'000'000'000).page(), Period, true, answer(Dataset::Cost, Period, Now)));
    const DateRange asked{Unasked.last + 1, Period.last};
    UsagePageBuilder usage;
    for (UtcDay when = asked.first; when <= asked.last; when = when + 1) {
        usage.bucket(when, {{QStringLiteral("w1"),
                             QStringLiteral("k1"),
                             QStringLiteral("claude-opus-5-5"),
                             {},
                             {},
                             tokens(1000, 0, 0, 500, 100)}});
    }
    valueOf(writer->storeUsage(usage.page(), asked, true, answer(Dataset::Usage, asked, Now)));
    ClaudeCodeRecord kim;
    kim.actor = "kim@example.org";
    kim.sessions = 2;
    for (UtcDay when = Period.first; when <= Period.last; when = when + 1) {
        if (when == Failed) continue;
        valueOf(writer->storeClaudeCode({when, {kim}, {}}, {answer(Dataset::ClaudeCode, {when, when}, Now)}));
    }
    RequestLogEntry refused = answer(Dataset::ClaudeCode, {Failed, Failed}, Now.addSecs(60));
    refused.httpStatus = 504;
    refused.outcome = QStringLiteral("The server did not answer in time.");
    refused.retries = 4;
    refused.rows = 0;
    valueOf(writer->recordFailure(Dataset::ClaudeCode, {Failed, Failed}, {ErrorKind::Timeout, refused.outcome, {}},
                                  refused));
}

}  // namespace tokenledger::test
