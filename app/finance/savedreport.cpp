#include "app/finance/savedreport.h"

#include "app/core/texts.h"
#include "app/finance/budget.h"
#include "app/finance/definitionjson.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tokenledger {

namespace {

const QStringList Fields{QStringLiteral("report"),     QStringLiteral("period"), QStringLiteral("interval"),
                         QStringLiteral("by"),         QStringLiteral("where"),  QStringLiteral("ids"),
                         QStringLiteral("pseudonyms"), QStringLiteral("format"), QStringLiteral("file_name"),
                         QStringLiteral("split_by")};
const QStringList Formats{QStringLiteral("csv"), QStringLiteral("json"), QStringLiteral("xlsx"), QStringLiteral("pdf")};

tl::unexpected<Error> wrong(const QString& message) { return failure(ErrorKind::Usage, message); }

QString called(const QString& name) { return tr("The saved report \"%1\"").arg(name); }

Result<Dimension> dimensionOf(const DefinitionFields& fields, const QString& name) {
    if (const auto dimension = dimensionFromName(name)) return *dimension;
    return fields.bad(tr("there is no dimension \"%1\"").arg(name));
}

Result<std::vector<SavedFilter>> filtersOf(const DefinitionFields& fields) {
    const auto texts = fields.texts(QStringLiteral("where"));
    if (!texts) return failure(texts.error());
    std::vector<SavedFilter> filters;
    for (const QString& text : *texts) {
        const qsizetype equals = text.indexOf(u'=');
        const auto dimension = dimensionOf(fields, text.left(std::max<qsizetype>(equals, 0)));
        if (!dimension) return failure(dimension.error());
        filters.push_back({*dimension, text.mid(equals + 1)});
    }
    return filters;
}

Result<bool> flagOf(const DefinitionFields& fields, const QString& name) {
    const QJsonValue value = fields.value(name);
    if (value.isUndefined()) return false;
    if (!value.isBool()) return fields.bad(tr("\"%1\" is neither true nor false").arg(name));
    return value.toBool();
}

/// One part of a file name: nothing that leads elsewhere, hides it, or that a shell or another system's disk trips
/// over.
QString safe(const QString& text) {
    QString name;
    for (const QChar c : text) {
        const bool bad = c.unicode() < 0x20 || c.unicode() == 0x7F || QStringLiteral("/\\:*?\"<>|$`'").contains(c) ||
                         c.category() == QChar::Other_Format || c.category() == QChar::Other_Control ||
                         c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
        name += bad ? QChar(u'-') : c;
    }
    return name;
}

QString safePart(const QString& text) {
    constexpr qsizetype LongestPart = 80;
    QString part = safe(text.trimmed());
    if (part.size() > LongestPart)
        part.truncate(part[LongestPart - 1].isHighSurrogate() ? LongestPart - 1 : LongestPart);
    return part.trimmed();
}

QString monthOf(const DateRange& days) {
    const QString first = days.first.toIso().left(7);
    const QString last = days.last.toIso().left(7);
    return first == last ? first : QString(first + QStringLiteral("-to-") + last);
}

std::optional<QString> placeholder(const QString& name, const FileNameParts& parts) {
    if (name == QLatin1String("name")) return parts.name;
    if (name == QLatin1String("organization")) return parts.organization;
    if (name == QLatin1String("value")) return parts.value;
    if (name == QLatin1String("from")) return parts.days ? parts.days->first.toIso() : QString();
    if (name == QLatin1String("to")) return parts.days ? parts.days->last.toIso() : QString();
    if (name == QLatin1String("month")) return parts.days ? monthOf(*parts.days) : QString();
    return std::nullopt;
}

}  // namespace

QByteArray savedReportBody(const SavedReport& report) {
    QJsonObject body{{QStringLiteral("report"), report.report},
                     {QStringLiteral("interval"), intervalName(report.interval)},
                     {QStringLiteral("ids"), report.ids},
                     {QStringLiteral("pseudonyms"), report.pseudonyms},
                     {QStringLiteral("format"), report.format}};
    if (!report.period.isEmpty()) body.insert(QStringLiteral("period"), report.period);
    if (!report.fileName.isEmpty()) body.insert(QStringLiteral("file_name"), report.fileName);
    if (report.splitBy) body.insert(QStringLiteral("split_by"), dimensionName(*report.splitBy));
    QJsonArray by;
    for (const Dimension dimension : report.by) by.append(dimensionName(dimension));
    QJsonArray where;
    for (const SavedFilter& filter : report.where) {
        where.append(QString(dimensionName(filter.dimension) + u'=' + filter.value));
    }
    body.insert(QStringLiteral("by"), by);
    body.insert(QStringLiteral("where"), where);
    return canonicalJson(body);
}

Result<SavedReport> parseSavedReport(const QString& name, const QByteArray& body) {
    const auto fields = DefinitionFields::parse(body, called(name), Fields);
    if (!fields) return failure(fields.error());
    SavedReport report;
    report.name = name;
    const auto take = [&fields](const char* field, QString& into) -> Result<void> {
        const auto text = fields->optionalText(QString::fromLatin1(field));
        if (!text) return failure(text.error());
        into = text->value_or(QString());
        return {};
    };
    QString interval;
    QString split;
    for (const auto& [field, into] : {std::pair{"report", &report.report}, std::pair{"period", &report.period},
                                      std::pair{"interval", &interval}, std::pair{"format", &report.format},
                                      std::pair{"file_name", &report.fileName}, std::pair{"split_by", &split}}) {
        if (const auto taken = take(field, *into); !taken) return failure(taken.error());
    }
    const auto known = intervalFromName(interval);
    if (!known) return fields->bad(tr("there is no interval \"%1\"").arg(interval));
    report.interval = *known;
    const auto by = fields->texts(QStringLiteral("by"));
    if (!by) return failure(by.error());
    for (const QString& one : *by) {
        const auto dimension = dimensionOf(*fields, one);
        if (!dimension) return failure(dimension.error());
        report.by.push_back(*dimension);
    }
    auto where = filtersOf(*fields);
    if (!where) return failure(where.error());
    report.where = std::move(*where);
    for (const auto& [field, into] : {std::pair{"ids", &report.ids}, std::pair{"pseudonyms", &report.pseudonyms}}) {
        const auto flag = flagOf(*fields, QString::fromLatin1(field));
        if (!flag) return failure(flag.error());
        *into = *flag;
    }
    if (!split.isEmpty()) {
        const auto dimension = dimensionOf(*fields, split);
        if (!dimension) return failure(dimension.error());
        report.splitBy = *dimension;
    }
    if (const auto checked = checkSavedReport(report); !checked) return failure(checked.error());
    return report;
}

Result<void> checkSavedReport(const SavedReport& report) {
    if (report.name.trimmed().isEmpty()) return wrong(tr("A saved report needs a name."));
    if (!Formats.contains(report.format)) {
        return wrong(tr("A saved report is written as one of: %1; not \"%2\".")
                         .arg(Formats.join(QStringLiteral(", ")), report.format));
    }
    if (!report.period.isEmpty()) {
        const auto days = daysOfPeriod(report.period, UtcDay::fromDate(2026, 1, 1));
        if (!days) return failure(days.error());
    }
    if (report.splitBy && !splitDimensions().contains(*report.splitBy)) {
        return wrong(tr("A report is split by workspace, team, cost_centre or api_key; not by \"%1\".")
                         .arg(dimensionName(*report.splitBy)));
    }
    if (report.splitBy && !report.fileName.isEmpty() && !report.fileName.contains(QLatin1String("{value}"))) {
        return wrong(tr("The file name of a report that is split needs the placeholder {value}."));
    }
    const auto name = fileNameOf(report.fileName.isEmpty() ? defaultFileName(true, false) : report.fileName,
                                 {report.name, std::nullopt, QStringLiteral("o"), QStringLiteral("v"), report.format});
    if (!name) return failure(name.error());
    return {};
}

QList<Dimension> splitDimensions() {
    return {Dimension::Workspace, Dimension::Team, Dimension::CostCentre, Dimension::ApiKey};
}

QStringList relativePeriods() {
    return {QStringLiteral("last-month"), QStringLiteral("this-month"), QStringLiteral("last-30-days"),
            QStringLiteral("last-quarter"), QStringLiteral("year-to-date")};
}

Result<DateRange> daysOfPeriod(const QString& period, UtcDay today, int fiscalStart) {
    constexpr int ThirtyDays = 30;
    const UtcDay month = today.firstOfMonth();
    const auto firstOf = [fiscalStart](BudgetPeriod length, UtcDay day) {
        return budgetPeriodOf(length, day, fiscalStart).first;
    };
    const UtcDay quarter = firstOf(BudgetPeriod::Quarter, today);
    if (period == QLatin1String("last-month")) return DateRange{(month - 1).firstOfMonth(), month - 1};
    if (period == QLatin1String("this-month")) return DateRange{month, today};
    if (period == QLatin1String("last-30-days")) return DateRange{today - (ThirtyDays - 1), today};
    if (period == QLatin1String("last-quarter"))
        return DateRange{firstOf(BudgetPeriod::Quarter, quarter - 1), quarter - 1};
    if (period == QLatin1String("year-to-date")) return DateRange{firstOf(BudgetPeriod::Year, today), today};
    const qsizetype dots = period.indexOf(QLatin1String(".."));
    const auto first = UtcDay::fromIso(QStringView(period).left(std::max<qsizetype>(dots, 0)));
    const auto last = UtcDay::fromIso(QStringView(period).mid(dots + 2));
    if (dots < 0 || !first || !last) {
        return wrong(tr("There is no period \"%1\"; take %2, or days as in 2026-01-01..2026-06-30.")
                         .arg(period, relativePeriods().join(QStringLiteral(", "))));
    }
    if (*last < *first) {
        return wrong(tr("The period ends on %1, before it begins on %2.").arg(last->toIso(), first->toIso()));
    }
    return DateRange{*first, *last};
}

QString defaultFileName(bool isList, bool isSplit) {
    QString pattern = QStringLiteral("{name}");
    if (isSplit) pattern += QStringLiteral("-{value}");
    if (!isList) pattern += QStringLiteral("-{from}-to-{to}");
    return pattern;
}

Result<QString> fileNameOf(const QString& pattern, const FileNameParts& parts) {
    if (pattern.contains(u'/') || pattern.contains(u'\\')) {
        return wrong(
            tr("The file name \"%1\" leads into a folder; name the folder when the report is run.").arg(pattern));
    }
    QString name;
    for (qsizetype at = 0; at < pattern.size();) {
        const qsizetype open = pattern.indexOf(u'{', at);
        name += safe(pattern.mid(at, open < 0 ? -1 : open - at));
        if (open < 0) break;
        const qsizetype close = pattern.indexOf(u'}', open);
        const QString what = pattern.mid(open + 1, close - open - 1);
        const auto text = close < 0 ? std::nullopt : placeholder(what, parts);
        if (!text) {
            return wrong(tr("The file name \"%1\" has an unknown placeholder; there are {name}, {from}, {to}, {month}, "
                            "{organization} and {value}.")
                             .arg(pattern));
        }
        name += safePart(*text);
        at = close + 1;
    }
    while (name.startsWith(u'.') || name.startsWith(u'-') || name.startsWith(u' ')) name.remove(0, 1);
    name = name.trimmed();
    const QString suffix = u'.' + parts.suffix;
    if (name.endsWith(suffix, Qt::CaseInsensitive)) name.chop(suffix.size());
    // 255 bytes is what file systems take; some of them are for a number behind equal names.
    constexpr qsizetype MostBytes = 200;
    while (name.toUtf8().size() > MostBytes) name.chop(name.back().isLowSurrogate() ? 2 : 1);
    if (name.isEmpty()) return wrong(tr("The file name \"%1\" would be empty.").arg(pattern));
    return QString(name + suffix);
}

}  // namespace tokenledger
