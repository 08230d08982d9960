// The bounds of paging, the same for reports, Claude Code and lists: a server that never comes to an end is an error.
#pragma once

#include "app/core/result.h"

#include <QSet>

namespace tokenledger {

class PageTrail {
public:
    static constexpr int MaxPages = 1000;

    /// Whether the page of this token (next_page, or last_id) may be asked next; empty: there is none. Error
    /// BadResponse for a token that was there before, or for one page too many.
    [[nodiscard]] Result<void> follow(const QString& token);

    /// True once: the token that was asked with went stale, as it can while a sync waits, so the request starts over.
    [[nodiscard]] bool startOver(const Error& refusal, const QString& token);

private:
    QSet<QString> m_seen;
    bool m_startedOver = false;
};

}  // namespace tokenledger
