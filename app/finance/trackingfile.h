// Reads a file of internal tracking into one record a day and model, and tells what it understood. All or nothing: the
// first thing that cannot be read is an error that names its line and column. Pure; any thread.
#pragma once

#include "app/finance/trackingformat.h"
#include "storage/ledgertypes.h"

#include <QIODevice>

#include <functional>

namespace tokenledger {

struct TrackingPreview {
    enum class Shape : std::uint8_t { Csv, JsonLines, JsonList, Ccusage };
    struct Column {
        TrackingField field = TrackingField::Date;
        QString name;  // in the file
        friend bool operator==(const Column&, const Column&) = default;
    };
    struct LeftOut {
        QString why;
        std::int64_t rows = 0;
        QStringList examples;  // at most five
    };

    Shape shape = Shape::Csv;
    TextEncoding encoding = TextEncoding::Utf8;
    char separator = 0;  // of a CSV
    QString dates;       // how they are written, in words
    std::vector<Column> columns;
    QStringList unusedColumns;
    std::int64_t rows = 0;         // of the file, those that were left out included
    std::int64_t countedRows = 0;  // that went into the records
    std::optional<DateRange> days;
    QStringList models;  // as they are kept; sorted
    TrackingMeasures sums;
    std::vector<LeftOut> leftOut;
    QStringList notes;  // plain sentences
};

struct TrackingFile {
    std::vector<TrackingRecord> records;  // by day, then model
    TrackingPreview preview;
    /// A kind that not every row of a day and model tells is not known of that day and model.
};

/// Errors Usage: not text, no such column, a value that cannot be read, a second row of a day and model (without
/// TrackingFormat::addUp), a number beyond 64 bits, no row that counts. Cancelled when `goOn` returned false; it is
/// asked now and then with the bytes read so far.
[[nodiscard]] Result<TrackingFile> readTrackingFile(QIODevice& device, const TrackingFormat& format,
                                                    const std::function<bool(qint64)>& goOn = {});

/// The same of a file by its path, with what a log of imports keeps of it.
struct TrackingFileOnDisk {
    TrackingFile content;
    QString name;    // without its folder
    QString sha256;  // hexadecimal
};
/// Error Usage also where the file cannot be read.
[[nodiscard]] Result<TrackingFileOnDisk> readTrackingPath(const QString& path, const TrackingFormat& format,
                                                          const std::function<bool(qint64)>& goOn = {});

}  // namespace tokenledger
