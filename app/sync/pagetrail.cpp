#include "app/sync/pagetrail.h"

namespace tokenledger {

Result<void> PageTrail::follow(const QString& token) {
    if (token.isEmpty()) return {};
    if (m_seen.contains(token)) {
        return failure(
            ErrorKind::BadResponse,
            QStringLiteral("The server repeated a page of its answer, so the end cannot be told. Try again later."),
            QStringLiteral("the answer's next_page (or last_id) was seen before in this request"));
    }
    m_seen.insert(token);
    if (m_seen.size() < MaxPages) return {};
    return failure(ErrorKind::BadResponse,
                   QStringLiteral("The server's answer has more pages than any report, so the end cannot be told. Try "
                                  "again with fewer days."),
                   QStringLiteral("more than %1 pages").arg(MaxPages));
}

bool PageTrail::startOver(const Error& refusal, const QString& token) {
    if (refusal.httpStatus != 400 || token.isEmpty() || m_startedOver) return false;
    m_startedOver = true;
    m_seen.clear();
    return true;
}

}  // namespace tokenledger
