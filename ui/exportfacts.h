// What every export of the window needs of the open organization. GUI thread.
#pragma once

#include "app/export/exportfile.h"
#include "app/export/pseudonyms.h"
#include "app/session.h"

namespace tokenledger {

struct ExportFacts {
    QString organization;
    std::optional<Pseudonyms> pseudonyms;  // where they are wanted
};

/// `done` follows once, unless `context` dies first. Makes the secret of the pseudonyms where there is none yet. Error
/// Cancelled when the session is closed before its pseudonyms are known.
void askExportFacts(Session& session, bool pseudonyms, QObject* context,
                    std::function<void(const Result<ExportFacts>&)> done);

/// A cache that is open to read only is not written to, not even a note.
[[nodiscard]] ExportTarget exportTarget(const Session& session, const QString& path);

}  // namespace tokenledger
