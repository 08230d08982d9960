// Target of files of internal tracking. The first byte says how the rest is to be read.
#include "app/finance/trackingfile.h"
#include "tests/fuzz/targets.h"

#include <QBuffer>

namespace tokenledger::fuzz {

namespace {

Result<TrackingFile> readBytes(QByteArray bytes, const TrackingFormat& format) {
    QBuffer buffer(&bytes);
    hold(buffer.open(QIODevice::ReadOnly), "a buffer opens");
    return readTrackingFile(buffer, format);
}

QByteArray number(const std::optional<std::int64_t>& value) {
    return value ? QByteArray::number(*value) : QByteArray();
}

/// In the own format, every text in quotation marks.
QByteArray written(const std::vector<TrackingRecord>& records) {
    QByteArray csv =
        "date,model,uncached_input,cache_creation_5m,cache_creation_1h,cache_creation,cache_read,output,requests,"
        "successful_requests,cost\r\n";
    for (const TrackingRecord& record : records) {
        const TrackingMeasures& m = record.measures;
        csv += record.day.toIso().toUtf8() + ",\"" + record.model.toUtf8().replace("\"", "\"\"") + '"';
        for (const auto& value : {m.uncachedInput, m.cacheCreation5m, m.cacheCreation1h, m.cacheCreation, m.cacheRead,
                                  m.output, m.requests, m.successfulRequests}) {
            csv += ',' + number(value);
        }
        csv += ',' + (m.cost ? toExactString(*m.cost).toUtf8() : QByteArray()) + "\r\n";
    }
    return csv;
}

TrackingFormat formatOf(unsigned char choice) {
    TrackingFormat format;
    format.preset = static_cast<TrackingPreset>(choice % 3);
    format.encoding = static_cast<TextEncoding>(choice / 3 % 6);
    format.decimalComma = (choice & 0x40U) != 0;
    format.addUp = (choice & 0x80U) != 0;
    return format;
}

}  // namespace

void tracking(std::string_view bytes) {
    if (bytes.empty()) return;
    const QByteArray rest(bytes.data() + 1, static_cast<qsizetype>(bytes.size() - 1));
    const auto file = readBytes(rest, formatOf(static_cast<unsigned char>(bytes.front())));
    if (!file) {
        hold(!file.error().message.isEmpty(), "a refusal says why");
        hold(file.error().kind == ErrorKind::Usage, "a refusal is about the file");
        return;
    }
    hold(!file->records.empty() && file->preview.days.has_value(), "what is accepted holds something");
    hold(file->preview.countedRows <= file->preview.rows, "rows that count are rows of the file");
    for (std::size_t i = 0; i < file->records.size(); ++i) {
        const TrackingRecord& record = file->records[i];
        hold(file->preview.days->contains(record.day), "a day lies between the first and the last");
        hold(!record.model.isEmpty(), "a record has a model");
        if (i == 0) continue;
        const TrackingRecord& before = file->records[i - 1];
        hold(before.day < record.day || (before.day == record.day && before.model != record.model),
             "one record a day and model, in order");
    }
    const auto again = readBytes(written(file->records), {});
    if (!again) return;  // a name that begins like a formula is no name in a table
    hold(again->records.size() == file->records.size(), "records read back are as many");
    for (std::size_t i = 0; i < file->records.size(); ++i) {
        hold(again->records[i].day == file->records[i].day && again->records[i].measures == file->records[i].measures,
             "records read back as they were");
    }
}

}  // namespace tokenledger::fuzz
