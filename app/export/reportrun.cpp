#include "app/export/reportrun.h"

#include "app/core/texts.h"
#include "app/finance/budget.h"
#include "app/finance/kinds.h"

#include <QHash>
#include <QSet>

namespace tokenledger {

namespace {

/// Columns whose rows may be added up, in the table's order.
std::vector<std::size_t> sumColumns(const Table& table) {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const ColumnType type = table.columns[i].type;
        if (type == ColumnType::Integer || type == ColumnType::Money) columns.push_back(i);
    }
    return columns;
}

Result<Cell> addCells(const Cell& a, const Cell& b) {
    if (const auto* amount = std::get_if<Money>(&b)) {
        const auto* before = std::get_if<Money>(&a);
        const auto sum = add(before != nullptr ? *before : Money(), *amount);
        if (!sum) return failure(sum.error());
        return Cell(*sum);
    }
    if (const auto* value = std::get_if<std::int64_t>(&b)) {
        const auto* before = std::get_if<std::int64_t>(&a);
        std::int64_t sum = 0;
        if (__builtin_add_overflow(before != nullptr ? *before : 0, *value, &sum))
            return tooLarge(tokenledger::tr("A sum"));
        return Cell(sum);
    }
    return a;
}

Result<std::vector<Cell>> sumsOf(const Table& table) {
    const auto columns = sumColumns(table);
    std::vector<Cell> sums;
    for (const std::size_t column : columns) {
        Cell sum = table.columns[column].type == ColumnType::Money ? Cell(Money()) : Cell(std::int64_t{0});
        for (const std::vector<Cell>& row : table.rows) {
            auto next = addCells(sum, row[column]);
            if (!next) return failure(next.error());
            sum = *std::move(next);
        }
        sums.push_back(std::move(sum));
    }
    return sums;
}

bool sameFigures(const std::vector<Cell>& a, const std::vector<Cell>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Cell& one, const Cell& other) { return cellText(one) == cellText(other); });
}

/// A value of the dimension that the pack is split by.
struct PackValue {
    QString id;    // empty: null
    QString name;  // as it is shown
};

/// Values of the same name get their ids behind it.
void tellApart(std::vector<PackValue>& values) {
    QHash<QString, int> uses;
    for (const PackValue& value : values) ++uses[value.name];
    for (PackValue& value : values) {
        if (uses.value(value.name) > 1 && !value.id.isEmpty()) value.name += QStringLiteral(" (%1)").arg(value.id);
    }
}

class Run {
public:
    Run(const CacheReader& cache, const SavedReport& report, ReportRequest request, const PriceBook& prices,
        const RunContext& context, const TakeFile& take)
        : m_cache(cache),
          m_report(report),
          m_request(std::move(request)),
          m_prices(prices),
          m_context(context),
          m_take(take),
          m_format(exportFormatFromName(report.format).value_or(ExportFormat::Csv)) {}

    Result<std::vector<WrittenExport>> whole() {
        auto table = tableOf(m_request);
        if (!table) return failure(table.error());
        const auto put = putTable(*std::move(table), QString());
        if (!put) return failure(put.error());
        return m_written;
    }

    Result<std::vector<WrittenExport>> pack() {
        const CacheReader::Snapshot snapshot(m_cache);  // the whole and its parts are of one state
        const auto whole = tableOf(m_request);
        if (!whole) return failure(whole.error());
        const auto wholeSums = sumsOf(*whole);
        if (!wholeSums) return failure(wholeSums.error());
        const auto values = valuesOf();
        if (!values) return failure(values.error());
        Table index = emptyIndex(*whole);
        Table nothing;
        nothing.columns = whole->columns;
        auto sums = sumsOf(nothing);
        if (!sums) return failure(sums.error());
        for (const PackValue& value : *values) {
            if (auto done = putValue(value, index, *sums); !done) return failure(done.error());
        }
        if (!sameFigures(*sums, *wholeSums)) {
            return failure(ErrorKind::Internal,
                           tokenledger::tr(
                               "The files of \"%1\" do not add up to the whole report, so no index was written. Please "
                               "report this.")
                               .arg(m_report.name));
        }
        appendIndexLine(index, {QString(), tokenledger::tr("(whole report)")}, QString(),
                        static_cast<std::int64_t>(whole->rows.size()), *wholeSums, QString());
        const auto put = putIndex(index);
        if (!put) return failure(put.error());
        return m_written;
    }

private:
    [[nodiscard]] Dimension split() const { return *m_report.splitBy; }

    Result<Table> tableOf(const ReportRequest& request) const {
        auto table = runReport(m_cache, request, m_prices);
        if (table) notePriceProblem(m_context.priceProblem, *table);
        return table;
    }

    /// Values that the range has rows of, by name.
    Result<std::vector<PackValue>> valuesOf() const {
        ReportRequest request = m_request;
        request.by = {split()};
        request.interval = Interval::Total;
        request.ids = true;
        const auto table = runReport(m_cache, request, m_prices);
        if (!table) return failure(table.error());
        std::vector<PackValue> values;
        for (const std::vector<Cell>& row : table->rows) {
            const auto* id = std::get_if<QString>(&row[1]);
            PackValue value{id != nullptr ? *id : QString(), {}};
            const auto terms = m_cache.findTerms(split(), value.id);
            if (!terms) return failure(terms.error());
            for (const TermId term : *terms) {
                if (m_cache.text(term) == value.id) value.name = m_cache.displayName(split(), term);
            }
            // Teams and cost centres are no terms of the cache; their names are their ids.
            if (value.name.isEmpty()) {
                value.name = value.id.isEmpty() ? m_cache.displayName(split(), NullTerm) : value.id;
            }
            values.push_back(std::move(value));
        }
        tellApart(values);
        std::sort(values.begin(), values.end(), [](const PackValue& a, const PackValue& b) {
            return a.name != b.name ? a.name < b.name : a.id < b.id;
        });
        return values;
    }

    Table emptyIndex(const Table& whole) const {
        Table index;
        index.report = whole.report;
        index.range = whole.range;
        index.interval = Interval::Total;
        index.completeness = whole.completeness;
        index.asOf = whole.asOf;
        index.columns = {{dimensionName(split()), ColumnType::Text, {}},
                         {QStringLiteral("id"), ColumnType::Text, {}},
                         {QStringLiteral("file"), ColumnType::Text, {}},
                         {QStringLiteral("rows"), ColumnType::Integer, QStringLiteral("rows")}};
        for (const std::size_t column : sumColumns(whole)) index.columns.push_back(whole.columns[column]);
        index.columns.push_back({QStringLiteral("sha256"), ColumnType::Text, {}});
        return index;
    }

    static void appendIndexLine(Table& index, const PackValue& value, const QString& file, std::int64_t rows,
                                const std::vector<Cell>& sums, const QString& sha256) {
        std::vector<Cell> line{value.name, value.id.isEmpty() ? Cell() : Cell(value.id),
                               file.isEmpty() ? Cell() : Cell(file), rows};
        line.insert(line.end(), sums.begin(), sums.end());
        line.push_back(sha256.isEmpty() ? Cell() : Cell(sha256));
        index.rows.push_back(std::move(line));
    }

    Result<void> putValue(const PackValue& value, Table& index, std::vector<Cell>& sums) {
        ReportRequest request = m_request;
        std::erase_if(request.where, [this](const ReportFilter& filter) { return filter.dimension == split(); });
        request.where.push_back({split(), value.id});
        auto table = tableOf(request);
        if (!table) return failure(table.error());
        const auto own = sumsOf(*table);
        if (!own) return failure(own.error());
        for (std::size_t i = 0; i < sums.size(); ++i) {
            auto sum = addCells(sums[i], (*own)[i]);
            if (!sum) return failure(sum.error());
            sums[i] = *std::move(sum);
        }
        const auto rows = static_cast<std::int64_t>(table->rows.size());
        const QString shown = shownText(value.name);
        const auto written = putTable(*std::move(table), shown);
        if (!written) return failure(written.error());
        appendIndexLine(index, {shownText(value.id), shown}, m_lastName, rows, *own, written->sha256);
        return {};
    }

    [[nodiscard]] QString shownText(const QString& text) const {
        return m_context.pseudonyms ? m_context.pseudonyms->inText(text) : text;
    }

    Result<WrittenExport> putTable(Table table, const QString& value) {
        if (m_context.pseudonyms) table = m_context.pseudonyms->applied(std::move(table));
        const auto name = fileName(value, exportSuffix(m_format));
        if (!name) return failure(name.error());
        return put(std::move(table), *name, m_format, false);
    }

    Result<WrittenExport> putIndex(Table& index) {
        const auto name = fileName(QStringLiteral("index"), exportSuffix(ExportFormat::Csv));
        if (!name) return failure(name.error());
        return put(std::move(index), *name, ExportFormat::Csv, true);
    }

    Result<WrittenExport> put(Table table, const QString& name, ExportFormat format, bool isIndex) {
        auto bytes = makeExport(table, format, m_context.how);
        if (!bytes) return failure(bytes.error());
        RunFile file{name,
                     *std::move(bytes),
                     exportDetail(table.report, table.range, format),
                     {},
                     m_report.splitBy.has_value() && !isIndex};
        table.rows.clear();
        file.table = std::move(table);
        auto written = m_take(file);
        if (!written) return written;
        m_lastName = name;
        m_written.push_back(*written);
        return written;
    }

    /// Two values of the same name get files of different names.
    Result<QString> fileName(const QString& value, const QString& suffix) {
        const bool isList = findReport(m_request.report)->isList();
        FileNameParts parts{shownText(m_report.name), std::nullopt, m_context.how.organization, value, suffix};
        if (!isList) parts.days = m_request.range;
        const QString pattern =
            m_report.fileName.isEmpty() ? defaultFileName(isList, m_report.splitBy.has_value()) : m_report.fileName;
        auto name = fileNameOf(pattern, parts);
        if (!name) return name;
        const QString stem = name->chopped(suffix.size() + 1);
        for (int n = 2; m_names.contains(name->toCaseFolded()); ++n) {
            *name = QStringLiteral("%1 (%2).%3").arg(stem).arg(n).arg(suffix);
        }
        m_names.insert(name->toCaseFolded());
        return name;
    }

    const CacheReader& m_cache;
    const SavedReport& m_report;
    const ReportRequest m_request;
    const PriceBook& m_prices;
    const RunContext& m_context;
    const TakeFile& m_take;
    const ExportFormat m_format;
    QSet<QString> m_names;
    QString m_lastName;
    std::vector<WrittenExport> m_written;
};

Result<void> checkSplit(const SavedReport& report, const ReportDefinition& definition) {
    if (!report.splitBy) return {};
    const auto& dimensions = definition.dimensions;
    const bool known = std::find(dimensions.begin(), dimensions.end(), *report.splitBy) != dimensions.end();
    const bool addsUp = definition.shape == ReportShape::Periods || definition.shape == ReportShape::Hours;
    if (known && addsUp && report.format != QLatin1String("pdf")) return {};
    return failure(
        ErrorKind::Usage,
        tokenledger::tr("The report %1 cannot be split by %2.").arg(definition.name, dimensionName(*report.splitBy)));
}

}  // namespace

Result<ReportRequest> requestOf(const SavedReport& report, UtcDay today, int fiscalStart) {
    ReportRequest request;
    request.report = report.report;
    request.interval = report.interval;
    request.by = report.by;
    for (const SavedFilter& filter : report.where) request.where.push_back({filter.dimension, filter.value});
    request.ids = report.ids;
    const ReportDefinition* definition = findReport(report.report);
    if (definition == nullptr) return failure(checkRequest(request).error());
    if (definition->isList() != report.period.isEmpty()) {
        return failure(
            ErrorKind::Usage,
            definition->isList()
                ? tokenledger::tr("The report %1 is a list of everything; leave out the period.").arg(report.report)
                : tokenledger::tr("The report %1 needs a period.").arg(report.report));
    }
    if (!definition->isList()) {
        const auto days = daysOfPeriod(report.period, today, fiscalStart);
        if (!days) return failure(days.error());
        request.range = *days;
    }
    if (const auto split = checkSplit(report, *definition); !split) return failure(split.error());
    if (const auto checked = checkRequest(request); !checked) return failure(checked.error());
    return request;
}

Result<ReportRequest> requestOf(const CacheReader& cache, const SavedReport& report, UtcDay today) {
    const auto definitions = cache.definitions(definitionkind::FiscalYear);
    if (!definitions) return failure(definitions.error());
    const auto fiscalStart = fiscalStartMonth(*definitions);
    if (!fiscalStart) return failure(fiscalStart.error());
    return requestOf(report, today, *fiscalStart);
}

SavedReport savedReportOf(const ReportRequest& request, const QString& name, const QString& period) {
    SavedReport report;
    report.name = name;
    report.report = request.report;
    report.interval = request.interval;
    report.by = request.by;
    for (const ReportFilter& filter : request.where) report.where.push_back({filter.dimension, filter.value});
    report.ids = request.ids;
    const ReportDefinition* definition = findReport(request.report);
    if (definition == nullptr || definition->isList()) return report;
    report.period = !period.isEmpty()
                        ? period
                        : QString(request.range.first.toIso() % QStringLiteral("..") % request.range.last.toIso());
    return report;
}

void notePriceProblem(const std::optional<Error>& problem, Table& table) {
    static const QStringList priced{QStringLiteral("cache"),        QStringLiteral("overview"),
                                    QStringLiteral("prices"),       QStringLiteral("month-match"),
                                    QStringLiteral("month-causes"), QStringLiteral("tokens-x-price")};
    if (problem && priced.contains(table.report)) table.notes.append(problem->message);
}

Result<std::vector<WrittenExport>> runSavedReport(const CacheReader& cache, const SavedReport& report,
                                                  const PriceBook& prices, const RunContext& context,
                                                  const TakeFile& take) {
    auto request = requestOf(cache, report, UtcDay::fromDateTime(context.how.now));
    if (!request) return failure(request.error());
    Run run(cache, report, *std::move(request), prices, context, take);
    return report.splitBy ? run.pack() : run.whole();
}

}  // namespace tokenledger
