#include "app/finance/anomalynote.h"

#include "app/core/texts.h"
#include "app/finance/definitionjson.h"
#include "app/finance/kinds.h"

namespace tokenledger {

QString anomalyNoteName(UtcDay day, Dimension dimension, const QString& id) {
    return day.toIso() + u' ' + dimensionName(dimension) + u' ' + id;
}

DefinitionChange toDefinition(const AnomalyNote& note) {
    const QJsonObject body{{QStringLiteral("day"), note.day.toIso()},
                           {QStringLiteral("dimension"), dimensionName(note.dimension)},
                           {QStringLiteral("id"), note.id},
                           {QStringLiteral("note"), note.note}};
    return {definitionkind::AnomalyNote, anomalyNoteName(note.day, note.dimension, note.id), canonicalJson(body)};
}

Result<AnomalyNote> anomalyNoteFrom(const Definition& definition) {
    const QStringList known{QStringLiteral("day"), QStringLiteral("dimension"), QStringLiteral("id"),
                            QStringLiteral("note")};
    const auto fields = DefinitionFields::parse(definition.body, tr("The note on %1").arg(definition.name), known);
    if (!fields) return failure(fields.error());
    const auto day = fields->optionalDay(QStringLiteral("day"));
    if (!day) return failure(day.error());
    const auto dimension = fields->text(QStringLiteral("dimension"));
    if (!dimension) return failure(dimension.error());
    const auto id = fields->optionalText(QStringLiteral("id"));
    if (!id) return failure(id.error());
    auto note = fields->text(QStringLiteral("note"));
    if (!note) return failure(note.error());
    const auto knownDimension = dimensionFromName(*dimension);
    if (!*day || !knownDimension) return fields->bad(tr("it does not say which day of what it is about"));
    return AnomalyNote{**day, *knownDimension, id->value_or(QString()), *std::move(note)};
}

}  // namespace tokenledger
