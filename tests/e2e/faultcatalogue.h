// Every way in which an answer of the Admin API is made to go wrong, with what must come of it.
#pragma once

#include "tests/support/fakeadminserver.h"

#include <QRandomGenerator>

namespace tokenledger::test {

/// Of a sync in which the fault happens once.
enum class Effect {
    Harmless,  // no answer is lost
    Fails,     // something is reported as failed, or the sync stops
    Depends,   // on the request that it hits
};

struct FaultScene {
    FakeAdminServer& server;   // its last request is the one that is answered
    QRandomGenerator& dice;    // seeded
    bool ownerIsKnown = true;  // the cache belongs to an organization already
};

struct FaultKind {
    QByteArray name;
    Effect effect = Effect::Fails;
    /// Spoils a good answer; false: this one has nothing that the fault could spoil, and stays as it is.
    std::function<bool(FakeAnswer&, FaultScene&)> apply;
};

[[nodiscard]] const std::vector<FaultKind>& faultCatalogue();

/// Where redirects of the catalogue lead: nobody may ever ask there.
inline const QString RedirectPath = QStringLiteral("/elsewhere");

// The catalogue's parts.
[[nodiscard]] std::vector<FaultKind> connectionFaults();
[[nodiscard]] std::vector<FaultKind> statusFaults();
[[nodiscard]] std::vector<FaultKind> textFaults();    // of a body as text
[[nodiscard]] std::vector<FaultKind> pageFaults();    // of a page's frame and of its paging
[[nodiscard]] std::vector<FaultKind> bucketFaults();  // of time buckets
[[nodiscard]] std::vector<FaultKind> recordFaults();  // of single records

}  // namespace tokenledger::test
