// That somebody knows of a day that stands out, and what they say of it. Plain values and their JSON.
#pragma once

#include "app/core/dimension.h"
#include "app/core/period.h"
#include "storage/ledgertypes.h"

namespace tokenledger {

struct AnomalyNote {
    UtcDay day;
    Dimension dimension = Dimension::Workspace;
    QString id;    // of the value, as the API sends it; empty: null
    QString note;  // not empty
};

/// The definition's name: "2026-11-10 api_key apikey_01...".
[[nodiscard]] QString anomalyNoteName(UtcDay day, Dimension dimension, const QString& id);
[[nodiscard]] DefinitionChange toDefinition(const AnomalyNote& note);
/// Error Usage for a body that is none.
[[nodiscard]] Result<AnomalyNote> anomalyNoteFrom(const Definition& definition);

}  // namespace tokenledger
