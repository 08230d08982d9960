#include "ui/exporter.h"

#include "app/core/async.h"
#include "app/export/filewriter.h"
#include "app/export/tablewriter.h"
#include "charts/format.h"

#include <QBuffer>
#include <QFileInfo>
#include <QWidget>

namespace tokenledger {

namespace {

QString slug(ExportKind kind) {
    switch (kind) {
        case ExportKind::CostByModel:
            return QStringLiteral("cost-by-model");
        case ExportKind::ModelDistribution:
            return QStringLiteral("model-distribution");
        case ExportKind::CacheEfficiency:
            return QStringLiteral("cache-efficiency");
        case ExportKind::Changes:
            return QStringLiteral("changes");
    }
    return {};
}

}  // namespace

Exporter::Exporter(SessionController& controller, Dialogs& dialogs, QWidget* window)
    : QObject(window), m_controller(controller), m_dialogs(dialogs), m_window(window) {}

QString Exporter::title(ExportKind kind) {
    switch (kind) {
        case ExportKind::CostByModel:
            return tr("Cost by model");
        case ExportKind::ModelDistribution:
            return tr("Model distribution");
        case ExportKind::CacheEfficiency:
            return tr("Cache efficiency");
        case ExportKind::Changes:
            return tr("Changes table");
    }
    return {};
}

ReportRequest Exporter::request(ExportKind kind, const FilterState& filters, const DateRange& range) {
    ReportRequest request;
    const bool cache = kind == ExportKind::CacheEfficiency;
    request.report = cache ? QStringLiteral("cache") : QStringLiteral("cost");
    request.range = range;
    request.interval = kind == ExportKind::ModelDistribution ? Interval::Total : filters.effectiveInterval(range);
    if (!cache) request.by = {Dimension::Model};
    const ReportDefinition* definition = findReport(request.report);
    if (definition != nullptr) request.where = filters.reportFilters(definition->dimensions);
    return request;
}

Table Exporter::changesTable(const Overview& overview) {
    Table table;
    table.report = QStringLiteral("changes");
    table.range = overview.range;
    table.interval = Interval::Total;
    table.columns = {{QStringLiteral("workspace"), ColumnType::Text, {}},
                     {QStringLiteral("model"), ColumnType::Text, {}},
                     {QStringLiteral("amount_usd"), ColumnType::Money, QStringLiteral("USD")},
                     {QStringLiteral("change_usd"), ColumnType::Money, QStringLiteral("USD")}};
    for (const auto& row : overview.changes) {
        table.rows.push_back({row.workspace, row.model, row.cost, row.change ? Cell(*row.change) : Cell()});
    }
    table.completeness = {overview.cost};
    table.asOf = overview.asOf;
    if (overview.comparedSpend && overview.compared) {
        table.notes.append(
            tr("change_usd is %1 against %2.").arg(formatRange(overview.wholeDays), formatRange(*overview.compared)));
    }
    return table;
}

QString Exporter::suggestedName(const QString& what, const QString& extension) const {
    const DateRange range = m_controller.range();
    return QStringLiteral("%1-%2-to-%3.%4").arg(what, range.first.toIso(), range.last.toIso(), extension);
}

void Exporter::exportCsv(ExportKind kind) {
    if (m_controller.session() == nullptr) return;
    m_dialogs.saveFile(
        m_window,
        {tr("Export %1").arg(title(kind)), tr("CSV (*.csv)"), suggestedName(slug(kind), QStringLiteral("csv"))},
        [this, kind](const QString& path) {
            if (!path.isEmpty()) writeCsv(kind, path);
        });
}

void Exporter::writeCsv(ExportKind kind, const QString& path) {
    if (m_controller.session() == nullptr) return;
    if (kind == ExportKind::Changes) {
        if (m_controller.overview()) writeTable(path, changesTable(*m_controller.overview()));
        return;
    }
    const auto table = m_controller.session()->report(request(kind, m_controller.filters(), m_controller.range()));
    whenDone(table, this, [this, path](const Result<Table>& result) {
        if (result) {
            writeTable(path, *result);
        } else {
            tell(result.error());
        }
    });
}

void Exporter::savePicture(const QImage& picture, const QString& name) {
    const QString what = name.toLower().replace(QLatin1Char(' '), QLatin1Char('-'));
    m_dialogs.saveFile(
        m_window, {tr("Save picture of %1").arg(name), tr("PNG (*.png)"), suggestedName(what, QStringLiteral("png"))},
        [this, picture](const QString& path) {
            if (path.isEmpty()) return;
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            if (picture.save(&buffer, "PNG")) {
                write(path, bytes);
            } else {
                tell({ErrorKind::Internal, tr("The picture could not be made into a PNG file."), {}});
            }
        });
}

void Exporter::writeTable(const QString& path, const Table& table) {
    if (!write(path, toCsv(table)) || table.isComplete()) return;
    // A CSV file has no place for it.
    m_dialogs.show(m_window,
                   {tr("Export"),
                    tr("The file is written, but days are missing in it."),
                    footerLines(table).join(QLatin1Char('\n')),
                    {},
                    {}},
                   [](int) {});
}

bool Exporter::write(const QString& path, const QByteArray& bytes) {
    const auto written = writeFileAtomically(path, bytes);
    if (written) {
        emit saved(tr("Saved %1").arg(QFileInfo(path).fileName()));
    } else {
        tell(written.error());
    }
    return written.has_value();
}

void Exporter::tell(const Error& error) {
    m_dialogs.show(m_window, {tr("Export"), tr("The export was not written."), error.message, error.detail, {}},
                   [](int) {});
}

}  // namespace tokenledger
