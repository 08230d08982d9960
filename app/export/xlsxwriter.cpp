#include "app/export/xlsxwriter.h"

#include "app/core/texts.h"
#include "app/export/tablewriter.h"
#include "app/export/xlsxabout.h"
#include "app/export/xlsxcells.h"
#include "app/export/xlsxcheck.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <xlsxwriter.h>

namespace tokenledger {

namespace {

constexpr std::size_t RowsOfSheet = LXW_ROW_MAX - 1;  // below the header
constexpr std::size_t MeasuredRows = 1000;            // of which the columns get their widths
constexpr qsizetype NarrowestColumn = 8;
constexpr qsizetype WidestColumn = 60;
constexpr qsizetype TimeWidth = 20;

tl::unexpected<Error> noRoom(const QString& detail) {
    return failure(
        ErrorKind::Cache,
        tokenledger::tr("The Excel file could not be made: the disk of the folder for temporary files (%1) is full or "
                        "takes no files. Free some space and try again, or export as CSV.")
            .arg(QDir::tempPath()),
        detail);
}

struct Formats {
    explicit Formats(lxw_workbook* book)
        : header(workbook_add_format(book)),
          label(workbook_add_format(book)),
          wrapped(workbook_add_format(book)),
          integer(number(book, "#,##0")),
          money(number(book, "[$$-409]#,##0.00")),
          ratio(number(book, "0.0%")),
          day(number(book, "yyyy-mm-dd")),
          time(number(book, "yyyy-mm-dd hh:mm:ss")) {
        format_set_bold(header);
        format_set_bottom(header, LXW_BORDER_THIN);
        format_set_bold(label);
        format_set_align(label, LXW_ALIGN_VERTICAL_TOP);
        format_set_text_wrap(wrapped);
        format_set_align(wrapped, LXW_ALIGN_LEFT);
        format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
        format_set_align(day, LXW_ALIGN_LEFT);
        format_set_align(time, LXW_ALIGN_LEFT);
    }
    static lxw_format* number(lxw_workbook* book, const char* code) {
        lxw_format* format = workbook_add_format(book);
        format_set_num_format(format, code);
        return format;
    }
    lxw_format* header;
    lxw_format* label;
    lxw_format* wrapped;
    lxw_format* integer;
    lxw_format* money;
    lxw_format* ratio;
    lxw_format* day;
    lxw_format* time;
};

/// One file in the making. The library's calls are remembered by the first that failed.
class Book {
public:
    Book(const Table& table, const XlsxContext& context, const QString& folder)
        : m_table(table),
          m_context(context),
          m_folder(QFile::encodeName(folder)),
          m_path(m_folder + "/report.xlsx"),
          m_book(open()) {
        if (m_book != nullptr) m_formats.emplace(m_book);
    }
    ~Book() {
        if (m_book != nullptr) lxw_workbook_free(m_book);
    }
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;

    Result<QByteArray> write() {
        if (m_book == nullptr) return noRoom(QStringLiteral("new workbook"));
        setProperties();
        const std::size_t sheets = std::max<std::size_t>(1, (m_table.rows.size() + RowsOfSheet - 1) / RowsOfSheet);
        for (std::size_t i = 0; i < sheets + 1; ++i) {
            // The second one is About, which is written last.
            lxw_worksheet* sheet = workbook_add_worksheet(m_book, sheetName(i).constData());
            if (sheet == nullptr || sheet->optimize_tmpfile == nullptr) return noRoom(QStringLiteral("add sheet"));
            m_sheets.push_back(sheet);
        }
        for (std::size_t i = 0; i < sheets; ++i) writeRows(*m_sheets[i == 0 ? 0 : i + 1], i * RowsOfSheet);
        writeAbout(*m_sheets[1], static_cast<int>(sheets));
        if (m_error != LXW_NO_ERROR) {
            return failure(ErrorKind::Internal,
                           tokenledger::tr("The Excel file could not be made. Export as CSV instead."),
                           QString::fromLatin1(lxw_strerror(m_error)));
        }
        return finished();
    }

private:
    lxw_workbook* open() {
        lxw_workbook_options options = {};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = m_folder.data();
        return workbook_new_opt(m_path.constData(), &options);
    }

    void setProperties() {
        QByteArray title = sheetText(m_table.report).utf8;  // the library takes no const
        lxw_doc_properties properties = {};
        properties.title = title.data();
        properties.created = static_cast<time_t>(m_context.now.toSecsSinceEpoch());
        keep(workbook_set_properties(m_book, &properties));
    }

    /// Excel takes neither these characters in a sheet's name nor more than 31 of any.
    [[nodiscard]] QByteArray sheetName(std::size_t index) const {
        if (index == 1) return QByteArrayLiteral("About");
        QString name = m_table.report;
        for (QChar& c : name) {
            if (QStringLiteral("[]:*?/\\'").contains(c) || c.unicode() < 0x20) c = u'-';
        }
        constexpr qsizetype LongestName = 24;
        name.truncate(LongestName);
        if (name.isEmpty() || name.compare(QLatin1String("about"), Qt::CaseInsensitive) == 0) name += u'-';
        if (index > 1) name += u' ' + QString::number(index);
        return sheetText(name).utf8;
    }

    void writeRows(lxw_worksheet& sheet, std::size_t first) {
        const std::size_t count = std::min(RowsOfSheet, m_table.rows.size() - first);
        const auto columns = static_cast<lxw_col_t>(m_table.columns.size());
        for (lxw_col_t i = 0; i < columns; ++i) {
            const double width = static_cast<double>(widthOf(i, first, count));
            keep(worksheet_set_column(&sheet, i, i, width, nullptr));
            writeText(sheet, 0, i, m_table.columns[i].name, m_formats->header);
        }
        worksheet_freeze_panes(&sheet, 1, 0);
        if (columns > 0) {
            keep(worksheet_autofilter(&sheet, 0, 0, static_cast<lxw_row_t>(std::max<std::size_t>(count, 1)),
                                      static_cast<lxw_col_t>(columns - 1)));
        }
        for (std::size_t n = 0; n < count; ++n) {
            const std::vector<Cell>& row = m_table.rows[first + n];
            for (lxw_col_t i = 0; i < row.size(); ++i) {
                writeCell(sheet, static_cast<lxw_row_t>(n + 1), i, row[i], i < columns ? m_table.columns[i] : Column());
            }
        }
    }

    [[nodiscard]] qsizetype widthOf(std::size_t column, std::size_t first, std::size_t count) const {
        constexpr qsizetype FilterButton = 3;
        qsizetype width = m_table.columns[column].name.size() + FilterButton;
        for (std::size_t n = 0; n < std::min(count, MeasuredRows); ++n) {
            const std::vector<Cell>& row = m_table.rows[first + n];
            if (column >= row.size()) continue;
            const bool isTime = std::holds_alternative<QDateTime>(row[column]);
            width = std::max(width, isTime ? TimeWidth : cellText(row[column]).size() + 2);
        }
        return std::clamp(width, NarrowestColumn, WidestColumn);
    }

    void writeCell(lxw_worksheet& sheet, lxw_row_t row, lxw_col_t column, const Cell& cell, const Column& of) {
        if (const auto* text = std::get_if<QString>(&cell)) {
            if (const auto day = sheetDay(of, *text)) {
                return writeNumber(sheet, row, column, sheetTime(day->time),
                                   day->isHour ? m_formats->time : m_formats->day);
            }
            return writeText(sheet, row, column, *text, nullptr);
        }
        if (const auto* time = std::get_if<QDateTime>(&cell)) {
            if (time->isValid()) writeNumber(sheet, row, column, sheetTime(*time), m_formats->time);
            return;
        }
        if (std::holds_alternative<std::monostate>(cell)) return;
        const SheetNumber number = sheetNumber(cellText(cell));
        if (number.rounded) ++m_rounded;
        lxw_format* format = std::holds_alternative<Money>(cell)   ? m_formats->money
                             : std::holds_alternative<Ratio>(cell) ? m_formats->ratio
                                                                   : m_formats->integer;
        writeNumber(sheet, row, column, number.value, format);
    }

    void writeNumber(lxw_worksheet& sheet, lxw_row_t row, lxw_col_t column, double value, lxw_format* format) {
        keep(worksheet_write_number(&sheet, row, column, value, format));
    }

    void writeText(lxw_worksheet& sheet, lxw_row_t row, lxw_col_t column, const QString& text, lxw_format* format) {
        const SheetText shown = sheetText(text);
        if (shown.cut) ++m_cut;
        // Always as a string: what looks like a formula, a number or an address stays text.
        keep(worksheet_write_string(&sheet, row, column, shown.utf8.constData(), format));
    }

    void writeAbout(lxw_worksheet& sheet, int sheets) {
        constexpr double LabelWidth = 20;
        constexpr double ValueWidth = 90;
        keep(worksheet_set_column(&sheet, 0, 0, LabelWidth, nullptr));
        keep(worksheet_set_column(&sheet, 1, 1, ValueWidth, nullptr));
        lxw_row_t row = 0;
        for (const AboutLine& line : aboutLines(m_table, m_context, m_rounded, m_cut, sheets)) {
            writeText(sheet, row, 0, line.label, m_formats->label);
            if (const auto* text = std::get_if<QString>(&line.value)) {
                writeText(sheet, row, 1, *text, m_formats->wrapped);
            } else {
                writeCell(sheet, row, 1, line.value, {});
            }
            ++row;
        }
    }

    /// What the library wrote into its temporary file of a sheet's rows; nothing when a byte of that was lost.
    static std::optional<std::int64_t> rowBytes(lxw_worksheet& sheet) {
        lxw_worksheet_write_single_row(&sheet);
        std::FILE* rows = sheet.optimize_tmpfile;
        if (std::fflush(rows) != 0 || std::ferror(rows) != 0) return std::nullopt;
        return std::ftell(rows);
    }

    Result<QByteArray> finished() {
        std::vector<std::int64_t> lengths;
        for (lxw_worksheet* sheet : m_sheets) {
            const auto length = rowBytes(*sheet);
            if (!length) return noRoom(QStringLiteral("rows"));
            lengths.push_back(*length);
        }
        const lxw_error closed = workbook_close(std::exchange(m_book, nullptr));
        if (closed != LXW_NO_ERROR) return noRoom(QString::fromLatin1(lxw_strerror(closed)));
        QFile file(QFile::decodeName(m_path));
        if (!file.open(QIODevice::ReadOnly)) return noRoom(file.errorString());
        QByteArray bytes = file.readAll();
        if (!holdsWholeSheets(bytes, lengths)) return noRoom(QStringLiteral("sheet"));
        return bytes;
    }

    void keep(lxw_error error) {
        if (m_error == LXW_NO_ERROR) m_error = error;
    }

    const Table& m_table;
    const XlsxContext& m_context;
    QByteArray m_folder;
    QByteArray m_path;
    lxw_workbook* m_book;
    std::optional<Formats> m_formats;  // there whenever the book is
    std::vector<lxw_worksheet*> m_sheets;
    lxw_error m_error = LXW_NO_ERROR;
    std::int64_t m_rounded = 0;
    std::int64_t m_cut = 0;
};

}  // namespace

Result<QByteArray> toXlsx(const Table& table, const XlsxContext& context) {
    const QTemporaryDir folder;
    if (!folder.isValid()) return noRoom(folder.errorString());
    Book book(table, context, folder.path());
    return book.write();
}

}  // namespace tokenledger
