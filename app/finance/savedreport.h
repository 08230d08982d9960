// A report with a name, to be run again: what it asks, of which days, in which format, and under which file names. Pure
// values, any thread.
#pragma once

#include "app/core/dimension.h"
#include "app/core/period.h"

#include <QByteArray>

namespace tokenledger {

struct SavedFilter {
    Dimension dimension = Dimension::Model;
    QString value;  // an id or a name; empty: null
    friend bool operator==(const SavedFilter&, const SavedFilter&) = default;
};

struct SavedReport {
    QString name;
    QString report;
    QString period;  // "last-month" and the like, or "2026-01-01..2026-06-30"; empty for a list
    Interval interval = Interval::Day;
    std::vector<Dimension> by;
    std::vector<SavedFilter> where;
    bool ids = false;
    bool pseudonyms = false;
    QString format;                    // "csv", "json", "xlsx" or "pdf"
    QString fileName;                  // with placeholders; empty: defaultFileName()
    std::optional<Dimension> splitBy;  // a file for each value: one of splitDimensions()
    friend bool operator==(const SavedReport&, const SavedReport&) = default;
};

[[nodiscard]] QByteArray savedReportBody(const SavedReport& report);
/// Error Usage, naming the report and the field, for a body that is not one of savedReportBody's.
[[nodiscard]] Result<SavedReport> parseSavedReport(const QString& name, const QByteArray& body);
/// What can be wrong with it but for the report itself. Error Usage.
[[nodiscard]] Result<void> checkSavedReport(const SavedReport& report);

/// What a pack can be split by.
[[nodiscard]] QList<Dimension> splitDimensions();
/// "last-month", "this-month", "last-30-days", "last-quarter", "year-to-date".
[[nodiscard]] QStringList relativePeriods();
/// The days of a period, seen from `today`. Those that are still going on end today. Quarters and the year
/// begin with the fiscal year, in the month `fiscalStart` (1 to 12). Error Usage names what there is.
[[nodiscard]] Result<DateRange> daysOfPeriod(const QString& period, UtcDay today, int fiscalStart = 1);

/// What the placeholders stand for.
struct FileNameParts {
    QString name;
    std::optional<DateRange> days;  // none for a list
    QString organization;
    QString value;   // of the split; empty: there is none
    QString suffix;  // "csv"
};
/// "{name}-{from}-to-{to}", with "{value}" where there is a split, without days for a list.
[[nodiscard]] QString defaultFileName(bool isList, bool isSplit);
/// The placeholders are {name} {from} {to} {month} {organization} {value}. The result is one name, no path: whatever
/// the parts hold, characters that file systems or shells do not like are "-". The suffix is added where it is not
/// there. Error Usage for another placeholder, a folder in the pattern, or a name that would be empty.
[[nodiscard]] Result<QString> fileNameOf(const QString& pattern, const FileNameParts& parts);

}  // namespace tokenledger
