#include "app/finance/trackingtexts.h"

#include "app/core/texts.h"

namespace tokenledger {

namespace {

constexpr std::size_t ShownRecords = 3;

QString formOf(const TrackingPreview& preview) {
    QString form;
    switch (preview.shape) {
        case TrackingPreview::Shape::Csv:
            form = tokenledger::tr("CSV, separated by: %1").arg(separatorName(preview.separator));
            break;
        case TrackingPreview::Shape::JsonLines:
            form = tokenledger::tr("JSON lines");
            break;
        case TrackingPreview::Shape::JsonList:
            form = tokenledger::tr("a JSON list");
            break;
        case TrackingPreview::Shape::Ccusage:
            form = tokenledger::tr("the JSON of ccusage");
            break;
    }
    return tokenledger::tr("%1; %2; dates: %3").arg(form, encodingName(preview.encoding), preview.dates);
}

/// "output 5, requests 2": what is known, in exact digits.
QString figuresOf(const TrackingMeasures& sums) {
    QStringList figures;
    const auto add = [&figures](TrackingField field, const std::optional<std::int64_t>& value) {
        if (value) figures << QString(trackingFieldName(field) + u' ' + QString::number(*value));
    };
    add(TrackingField::UncachedInput, sums.uncachedInput);
    add(TrackingField::CacheCreation5m, sums.cacheCreation5m);
    add(TrackingField::CacheCreation1h, sums.cacheCreation1h);
    add(TrackingField::CacheCreation, sums.cacheCreation);
    add(TrackingField::CacheRead, sums.cacheRead);
    add(TrackingField::Output, sums.output);
    add(TrackingField::Requests, sums.requests);
    add(TrackingField::SuccessfulRequests, sums.successfulRequests);
    if (sums.cost) figures << QString(trackingFieldName(TrackingField::Cost) + u' ' + toExactString(*sums.cost));
    return figures.join(QStringLiteral(", "));
}

}  // namespace

std::vector<PreviewLine> previewLines(const TrackingFile& file) {
    const TrackingPreview& preview = file.preview;
    std::vector<PreviewLine> lines;
    lines.push_back({tokenledger::tr("File"), formOf(preview)});
    QStringList columns;
    for (const auto& column : preview.columns) {
        columns << (column.name == trackingFieldName(column.field)
                        ? column.name
                        : QString(trackingFieldName(column.field) + QStringLiteral(" = ") + column.name));
    }
    lines.push_back({tokenledger::tr("Columns"), columns.join(QStringLiteral(", "))});
    if (!preview.unusedColumns.isEmpty()) {
        lines.push_back({tokenledger::tr("Not used"), preview.unusedColumns.join(QStringLiteral(", "))});
    }
    lines.push_back(
        {tokenledger::tr("Rows"), tokenledger::tr("%1, of which %2 count").arg(preview.rows).arg(preview.countedRows)});
    for (const auto& left : preview.leftOut) {
        QString text = tokenledger::tr("%1: %2").arg(left.rows).arg(left.why);
        if (!left.examples.isEmpty()) text += QStringLiteral(" (") + left.examples.join(QStringLiteral(", ")) + u')';
        lines.push_back({tokenledger::tr("Left out"), text});
    }
    if (preview.days) {
        lines.push_back({tokenledger::tr("Days"),
                         tokenledger::tr("%1 to %2").arg(preview.days->first.toIso(), preview.days->last.toIso())});
    }
    QString models = preview.models.mid(0, 20).join(QStringLiteral(", "));
    if (preview.models.size() > 20) models += u' ' + tokenledger::tr("and %1 more").arg(preview.models.size() - 20);
    lines.push_back({tokenledger::tr("Models"), models});
    for (std::size_t i = 0; i < std::min<std::size_t>(file.records.size(), ShownRecords); ++i) {
        const TrackingRecord& record = file.records[i];
        lines.push_back({tokenledger::tr("First"), record.day.toIso() + QStringLiteral("  ") + record.model +
                                                       QStringLiteral(": ") + figuresOf(record.measures)});
    }
    lines.push_back({tokenledger::tr("Sum"), figuresOf(preview.sums)});
    for (const QString& note : preview.notes) lines.push_back({tokenledger::tr("Note"), note});
    return lines;
}

QStringList unknownModels(const QStringList& models, const QStringList& usageModels) {
    QStringList unknown;
    for (const QString& model : models) {
        if (!usageModels.contains(model)) unknown << model;
    }
    return unknown;
}

}  // namespace tokenledger
