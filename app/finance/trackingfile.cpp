#include "app/finance/trackingfile.h"

#include "app/core/plaintext.h"
#include "app/core/texts.h"
#include "app/finance/csvrecords.h"
#include "app/finance/trackingjson.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace tokenledger {

namespace {

using F = TrackingField;
namespace od = simdjson::ondemand;

// A JSON document is held as a whole; simdjson needs several times its size.
constexpr std::size_t MaxDocumentBytes = 128U << 20U;
constexpr std::int64_t RowsBetweenQuestions = 4096;

tl::unexpected<Error> wrong(const QString& message) { return failure(ErrorKind::Usage, message); }
tl::unexpected<Error> cancelled() {
    return failure(ErrorKind::Cancelled, tokenledger::tr("The import was cancelled."));
}

QString textOf(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

/// The first character that says something, whatever the encoding; 0: there is none near the beginning.
char firstCharacter(QIODevice& device) {
    for (const char c : device.peek(4096)) {
        if (c != '\0' && std::string_view("\xEF\xBB\xBF\xFE\xFF \t\r\n").find(c) == std::string_view::npos) return c;
    }
    return '\0';
}

/// What is wrong with a row is an error that names its line.
class FileReader {
public:
    FileReader(QIODevice& device, const TrackingFormat& format, const std::function<bool(qint64)>& goOn)
        : m_device(device), m_format(format), m_goOn(goOn), m_paths(pathsOf(format)), m_sums(format) {}

    [[nodiscard]] Result<TrackingFile> read();

private:
    [[nodiscard]] Result<void> readCsv();
    [[nodiscard]] Result<void> readHeader(CsvRecords& records, std::vector<std::string_view>& values);
    [[nodiscard]] Result<void> recognizeSeparator(CsvRecords& records);
    [[nodiscard]] Result<void> readCsvRow(const std::vector<std::string_view>& values);
    [[nodiscard]] Result<void> readJsonLines();
    [[nodiscard]] Result<void> readJsonList();
    [[nodiscard]] Result<void> readCcusage();
    [[nodiscard]] Result<void> readCcusageDay(od::object day, const std::string& text);
    [[nodiscard]] Result<std::string> readDocument();
    [[nodiscard]] Result<void> addRow();
    [[nodiscard]] Result<void> checkColumns() const;
    [[nodiscard]] QString placeOf(F field) const;
    [[nodiscard]] Result<std::int64_t> lineAt(const std::string& text, od::object& object);
    void describeColumns();

    QIODevice& m_device;
    const TrackingFormat& m_format;
    const std::function<bool(qint64)>& m_goOn;
    PathNode m_paths;
    TrackingSums m_sums;
    TrackingFile m_file;
    TrackingLine m_line;
    std::unique_ptr<CellFinder> m_cells;
    struct Column {
        QString name;
        const PathNode* node = nullptr;  // nothing: it belongs to no field
    };
    std::vector<Column> m_columns;  // of a CSV
    std::int64_t m_rows = 0;
    std::size_t m_counted = 0;  // bytes of a document whose lines m_documentLine counts
    std::int64_t m_documentLine = 1;
};

// ccusage's days name their date once, for all models: only there the date is not one of a row's own fields.
Result<TrackingFile> FileReader::read() {
    const char first = firstCharacter(m_device);
    const bool isCsv = first != '{' && first != '[';
    if (first == '\0' && m_device.size() == 0) return wrong(tokenledger::tr("The file is empty."));
    m_cells = std::make_unique<CellFinder>(isCsv ? 0 : 50);
    Result<void> done;
    if (m_format.preset == TrackingPreset::Ccusage) {
        m_file.preview.shape = TrackingPreview::Shape::Ccusage;
        done = isCsv ? Result<void>(wrong(tokenledger::tr("This is not what ccusage writes with --json.")))
                     : readCcusage();
    } else if (isCsv) {
        m_file.preview.shape = TrackingPreview::Shape::Csv;
        done = readCsv();
    } else if (first == '{') {
        m_file.preview.shape = TrackingPreview::Shape::JsonLines;
        done = readJsonLines();
    } else {
        m_file.preview.shape = TrackingPreview::Shape::JsonList;
        done = readJsonList();
    }
    if (!done) return failure(done.error());
    if (m_columns.empty() && m_rows > 0 && m_format.preset != TrackingPreset::Ccusage) {
        if (auto there = checkColumns(); !there) return failure(there.error());
    }
    describeColumns();
    if (auto finished = m_sums.finish(m_file); !finished) return failure(finished.error());
    return std::move(m_file);
}

Result<void> FileReader::addRow() {
    if (++m_rows % RowsBetweenQuestions == 0 && m_goOn && !m_goOn(m_device.pos())) return cancelled();
    const auto trouble = m_sums.add(m_line);
    if (!trouble) return {};
    return wrong(tokenledger::tr("Line %1, %2: %3").arg(m_line.number).arg(placeOf(trouble->field), trouble->sentence));
}

QString FileReader::placeOf(F field) const {
    const QStringList candidates = m_format.candidates(field);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        for (const QString& candidate : candidates) {
            const bool inside = candidate.startsWith(m_columns[i].name + u'.', Qt::CaseInsensitive);
            if (candidate.compare(m_columns[i].name, Qt::CaseInsensitive) == 0 || inside) {
                return tokenledger::tr("column %1 (%2)").arg(i + 1).arg(m_columns[i].name);
            }
        }
    }
    return tokenledger::tr("field %1").arg(candidates.isEmpty() ? trackingFieldName(field) : candidates.front());
}

Result<void> FileReader::recognizeSeparator(CsvRecords& records) {
    std::string_view header;
    const auto more = records.peek(header);
    if (!more) return failure(more.error());
    if (!*more) return wrong(tokenledger::tr("The file is empty."));
    if (m_format.separator != 0) {
        records.setSeparator(m_format.separator);
        return {};
    }
    // Spreadsheets put "sep=;" before the header.
    if (header.size() == 5 && header.starts_with("sep=")) {
        records.setSeparator(header[4]);
        std::vector<std::string_view> values;
        const auto skipped = records.next(values);
        return skipped ? Result<void>() : failure(skipped.error());
    }
    std::size_t most = 0;
    bool tie = false;
    for (const char candidate : {',', ';', '\t', '|'}) {
        std::size_t count = 0;
        bool quoted = false;
        for (const char c : header) {
            quoted = quoted != (c == '"');
            count += !quoted && c == candidate ? 1U : 0U;
        }
        tie = count == most ? tie || count > 0 : count < most && tie;
        if (count > most) records.setSeparator(candidate);
        most = std::max(most, count);
    }
    if (tie)
        return wrong(
            tokenledger::tr("The header could be separated in two ways. Say which (--separator comma, semicolon, tab "
                            "or pipe)."));
    return {};
}

Result<void> FileReader::readHeader(CsvRecords& records, std::vector<std::string_view>& values) {
    if (auto recognized = recognizeSeparator(records); !recognized) return recognized;
    const auto more = records.next(values);
    if (!more) return failure(more.error());
    if (!*more) return wrong(tokenledger::tr("The file is empty."));
    for (const std::string_view value : values) {
        const QString name = textOf(value).trimmed();
        const PathNode* node = nullptr;
        for (const PathNode& child : m_paths.children) {
            if (textOf(child.name).compare(name, Qt::CaseInsensitive) == 0) node = &child;
        }
        for (std::size_t i = 0; node != nullptr && i < m_columns.size(); ++i) {
            if (m_columns[i].node != node) continue;
            return wrong(tokenledger::tr("Line %1: the columns %2 and %3 have the same name, %4.")
                             .arg(records.line())
                             .arg(i + 1)
                             .arg(m_columns.size() + 1)
                             .arg(shown(value)));
        }
        m_columns.push_back({name, node});
    }
    return checkColumns();
}

// The day, the model, one figure at least, and every column that somebody named.
Result<void> FileReader::checkColumns() const {
    const auto isThere = [this](F field) {
        const QStringList candidates = m_format.candidates(field);
        for (int rank = 0; rank < candidates.size(); ++rank) {
            if (m_cells->wasSeen(field, rank)) return true;
            for (const Column& column : m_columns) {
                if (column.node == nullptr) continue;
                const bool inside = candidates[rank].startsWith(column.name + u'.', Qt::CaseInsensitive);
                if (inside || candidates[rank].compare(column.name, Qt::CaseInsensitive) == 0) return true;
            }
        }
        return false;
    };
    QStringList names;
    for (const Column& column : m_columns) names << shown(column.name.toStdString());
    if (m_columns.empty()) names = m_cells->unused();
    const auto missing = [&names](const QString& what) {
        return wrong(
            tokenledger::tr(
                "The file has no column \"%1\". It has: %2. Name the columns with --map, as in --map date=Day.")
                .arg(what, names.mid(0, 20).join(QStringLiteral(", "))));
    };
    for (const F field : {F::Date, F::Model}) {
        if (!isThere(field)) return missing(m_format.candidates(field).value(0));
    }
    for (const auto& [field, column] : m_format.columns) {
        if (!isThere(field)) return missing(column);
    }
    for (const F field : {F::UncachedInput, F::CacheCreation5m, F::CacheCreation1h, F::CacheCreation, F::CacheRead,
                          F::Output, F::Requests, F::SuccessfulRequests, F::Cost, F::PromptTokens}) {
        if (isThere(field)) return {};
    }
    return missing(m_format.candidates(F::Output).value(0));
}

Result<void> FileReader::readCsv() {
    TextLines lines(m_device, m_format.encoding);
    CsvRecords records(lines);
    std::vector<std::string_view> values;
    if (auto header = readHeader(records, values); !header) return header;
    m_file.preview.separator = records.separator();
    for (;;) {
        const auto more = records.next(values);
        if (!more) return failure(more.error());
        if (!*more) break;
        // Spreadsheets write rows of nothing but separators.
        if (std::all_of(values.begin(), values.end(), [](std::string_view value) { return value.empty(); })) continue;
        m_cells->begin(m_line);
        m_line.number = records.line();
        if (auto row = readCsvRow(values); !row) return row;
        if (auto added = addRow(); !added) return added;
    }
    m_file.preview.encoding = lines.encoding();
    return {};
}

Result<void> FileReader::readCsvRow(const std::vector<std::string_view>& values) {
    if (values.size() != m_columns.size()) {
        return wrong(
            tokenledger::tr(
                "Line %1 has %2 values, and the header names %3 columns. A value that holds a separator belongs "
                "into quotation marks.")
                .arg(m_line.number)
                .arg(values.size())
                .arg(m_columns.size()));
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const PathNode* node = m_columns[i].node;
        if (node == nullptr) continue;
        m_cells->take(*node, {values[i].empty() ? TrackingCell::Kind::Null : TrackingCell::Kind::Text, values[i]});
        if (node->children.empty() || values[i].empty()) continue;
        if (const auto trouble = m_cells->takeObject(*node, values[i], 0)) {
            return wrong(tokenledger::tr("Line %1, column %2 (%3): %4")
                             .arg(m_line.number)
                             .arg(i + 1)
                             .arg(m_columns[i].name, *trouble));
        }
    }
    return {};
}

Result<void> FileReader::readJsonLines() {
    TextLines lines(m_device, m_format.encoding);
    std::string_view line;
    for (;;) {
        const auto more = lines.next(line);
        if (!more) return failure(more.error());
        if (!*more) break;
        if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
        m_cells->begin(m_line);
        m_line.number = lines.number();
        const std::size_t readable = line.size() + simdjson::SIMDJSON_PADDING;  // TextLines promises that
        if (const auto trouble = m_cells->takeObject(m_paths, line, readable)) {
            return wrong(
                tokenledger::tr("Line %1: %2 JSON lines hold one object a line.").arg(m_line.number).arg(*trouble));
        }
        if (auto added = addRow(); !added) return added;
    }
    m_file.preview.encoding = lines.encoding();
    return {};
}

Result<std::string> FileReader::readDocument() {
    TextLines lines(m_device, m_format.encoding, MaxDocumentBytes);
    std::string text;
    std::string_view line;
    for (;;) {
        const auto more = lines.next(line);
        if (!more) return failure(more.error());
        if (!*more) break;
        text += line;
        text += '\n';
        if (text.size() > MaxDocumentBytes) {
            return wrong(tokenledger::tr(
                "This JSON document is larger than 128 MB. Import it as JSON lines: one object a line."));
        }
    }
    m_file.preview.encoding = lines.encoding();
    text.resize(text.size() + simdjson::SIMDJSON_PADDING);
    return text;
}

QString notJson(simdjson::error_code error) {
    return tokenledger::tr("The file is not sound JSON, or is cut short (%1).")
        .arg(QString::fromLatin1(simdjson::error_message(error)));
}

/// The line that the object begins on. After an error nothing more may be asked of the document.
Result<std::int64_t> FileReader::lineAt(const std::string& text, od::object& object) {
    std::string_view raw;
    auto error = object.raw_json().get(raw);
    if (!error) error = object.reset().error();
    if (error) return wrong(tokenledger::tr("After line %1: %2").arg(m_documentLine).arg(notJson(error)));
    const auto at = static_cast<std::size_t>(raw.data() - text.data());
    for (; m_counted < at && m_counted < text.size(); ++m_counted) m_documentLine += text[m_counted] == '\n' ? 1 : 0;
    return m_documentLine;
}

Result<void> FileReader::readJsonList() {
    const auto text = readDocument();
    if (!text) return failure(text.error());
    od::parser parser;
    od::document document;
    od::array list;
    const std::size_t size = text->size() - simdjson::SIMDJSON_PADDING;
    auto error = parser.iterate(text->data(), size, text->size()).get(document);
    if (!error) error = document.get_array().get(list);
    if (error) return wrong(notJson(error));
    for (auto entry : list) {
        od::object object;
        error = entry.get_object().get(object);
        if (error) return wrong(tokenledger::tr("After line %1: %2").arg(m_documentLine).arg(notJson(error)));
        m_cells->begin(m_line);
        const auto line = lineAt(*text, object);
        if (!line) return failure(line.error());
        m_line.number = *line;
        if (const auto trouble = m_cells->takeObject(m_paths, object)) {
            return wrong(tokenledger::tr("Line %1: %2").arg(m_line.number).arg(*trouble));
        }
        if (auto added = addRow(); !added) return added;
    }
    if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) return wrong(notJson(simdjson::TAPE_ERROR));
    return {};
}

Result<void> FileReader::readCcusage() {
    const auto text = readDocument();
    if (!text) return failure(text.error());
    od::parser parser;
    od::document document;
    od::array days;
    const std::size_t size = text->size() - simdjson::SIMDJSON_PADDING;
    auto error = parser.iterate(text->data(), size, text->size()).get(document);
    if (!error) error = document["daily"].get_array().get(days);
    if (error == simdjson::NO_SUCH_FIELD || error == simdjson::INCORRECT_TYPE) {
        return wrong(tokenledger::tr(
            "There is no list \"daily\" in this file. Make it with ccusage daily --json --timezone UTC."));
    }
    if (error) return wrong(notJson(error));
    for (auto entry : days) {
        od::object day;
        error = entry.get_object().get(day);
        if (error) return wrong(tokenledger::tr("After line %1: %2").arg(m_documentLine).arg(notJson(error)));
        if (auto read = readCcusageDay(day, *text); !read) return read;
    }
    return {};
}

Result<void> FileReader::readCcusageDay(od::object day, const std::string& text) {
    const auto begin = lineAt(text, day);
    if (!begin) return failure(begin.error());
    const std::int64_t line = *begin;
    const auto isLacking = [](simdjson::error_code error) {
        return error == simdjson::NO_SUCH_FIELD || error == simdjson::INCORRECT_TYPE;
    };
    std::string_view date;
    for (const char* name : {"date", "period"}) {
        if (!date.empty()) break;
        const auto error = day.find_field_unordered(name).get_string().get(date);
        if (error && !isLacking(error)) return wrong(tokenledger::tr("Line %1: %2").arg(line).arg(notJson(error)));
        if (error) date = {};
    }
    if (date.empty()) return wrong(tokenledger::tr("Line %1: this day has no \"date\".").arg(line));
    const std::string kept(date);  // reading on may use its place
    od::array models;
    if (day.find_field_unordered("modelBreakdowns").get_array().get(models)) {
        return wrong(tokenledger::tr("Line %1: %2 has no \"modelBreakdowns\".").arg(line).arg(shown(kept)));
    }
    for (auto entry : models) {
        od::object model;
        const auto error = entry.get_object().get(model);
        if (error) return wrong(tokenledger::tr("After line %1: %2").arg(m_documentLine).arg(notJson(error)));
        m_cells->begin(m_line);
        const auto modelLine = lineAt(text, model);
        if (!modelLine) return failure(modelLine.error());
        m_line.number = *modelLine;
        if (const auto trouble = m_cells->takeObject(m_paths, model)) {
            return wrong(tokenledger::tr("Line %1: %2").arg(m_line.number).arg(*trouble));
        }
        m_line[F::Date] = {TrackingCell::Kind::Text, kept};
        if (auto added = addRow(); !added) return added;
    }
    return {};
}

void FileReader::describeColumns() {
    TrackingPreview& preview = m_file.preview;
    if (m_format.preset == TrackingPreset::Ccusage) preview.columns.push_back({F::Date, QStringLiteral("date")});
    for (std::size_t i = 0; i < TrackingFieldCount; ++i) {
        const auto field = static_cast<F>(i);
        const QStringList candidates = m_format.candidates(field);
        for (int rank = 0; rank < candidates.size(); ++rank) {
            if (!m_cells->wasSeen(field, rank)) continue;
            preview.columns.push_back({field, candidates[rank]});
            break;
        }
    }
    for (const Column& column : m_columns) {
        if (column.node == nullptr && !column.name.isEmpty()) preview.unusedColumns << shown(column.name.toStdString());
    }
    if (m_columns.empty()) preview.unusedColumns = m_cells->unused();
}

}  // namespace

Result<TrackingFile> readTrackingFile(QIODevice& device, const TrackingFormat& format,
                                      const std::function<bool(qint64)>& goOn) {
    return FileReader(device, format, goOn).read();
}

Result<TrackingFileOnDisk> readTrackingPath(const QString& path, const TrackingFormat& format,
                                            const std::function<bool(qint64)>& goOn) {
    const QFileInfo info(path);
    if (info.exists() && !info.isFile()) {
        return failure(ErrorKind::Usage, tokenledger::tr("%1 is not a regular file.").arg(path));
    }
    QFile file(path);
    const QString name = info.fileName();
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::Usage,
                       tokenledger::tr("The file %1 cannot be read. Check its name and permissions.").arg(path),
                       file.errorString());
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file) || !file.seek(0)) {
        return failure(ErrorKind::Usage, tokenledger::tr("The file %1 cannot be read to its end.").arg(path),
                       file.errorString());
    }
    auto content = readTrackingFile(file, format, goOn);
    if (content) return TrackingFileOnDisk{*std::move(content), name, QString::fromLatin1(hash.result().toHex())};
    Error error = content.error();
    error.message = tokenledger::tr("%1: %2 Nothing was imported.").arg(plainText(name), error.message);
    return failure(error);
}

}  // namespace tokenledger
