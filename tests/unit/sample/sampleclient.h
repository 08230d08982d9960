// Asks the sample organization as a program does, at a present that the test chooses.
#pragma once

#include "app/sample/sampletransport.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tokenledger::test {

class SampleClient {
public:
    explicit SampleClient(const QString& now);

    /// `target`: path below /v1/organizations/ with its query.
    [[nodiscard]] HttpResponse get(const QString& target);
    /// The body of an answer that must be 200.
    [[nodiscard]] QJsonObject json(const QString& target);
    /// The `data` of all pages.
    [[nodiscard]] QJsonArray allPages(const QString& target);
    [[nodiscard]] SampleTransport& transport() { return m_transport; }

private:
    SystemClock m_clock;
    SampleTransport m_transport;
};

inline const QString AllGroupings = QStringLiteral(
    "&group_by[]=workspace_id&group_by[]=api_key_id&group_by[]=model&group_by[]=service_tier&group_by[]=context_"
    "window");
inline const QString CostGroupings = QStringLiteral("&group_by[]=workspace_id&group_by[]=description");

/// "starting_at=...&ending_at=..." for whole days, both included.
[[nodiscard]] QString daysQuery(const QString& first, const QString& last);

}  // namespace tokenledger::test
