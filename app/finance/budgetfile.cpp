#include "app/finance/budgetfile.h"

#include "app/core/texts.h"
#include "app/finance/csvrecords.h"
#include "app/finance/trackingvalues.h"

#include <algorithm>
#include <map>
#include <set>

namespace tokenledger {

namespace {

const QStringList Columns{QStringLiteral("name"),   QStringLiteral("scope"),  QStringLiteral("value"),
                          QStringLiteral("period"), QStringLiteral("amount"), QStringLiteral("thresholds"),
                          QStringLiteral("from"),   QStringLiteral("to")};
const QStringList Needed{Columns[0], Columns[1], Columns[3], Columns[4]};

QString toText(std::string_view bytes) {
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())).trimmed();
}

/// What stands most often in the header.
char separatorOf(std::string_view header) {
    constexpr std::string_view Candidates = ",;\t|";
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char candidate : Candidates) {
        const std::ptrdiff_t count = std::count(header.begin(), header.end(), candidate);
        if (count > most) {
            most = count;
            best = candidate;
        }
    }
    return best;
}

class Reader {
public:
    Reader(CsvRecords& records, const ScopeValueOf& valueOf) : m_records(records), m_valueOf(valueOf) {}

    [[nodiscard]] Result<BudgetFile> read() {
        if (auto done = readHeader(); !done) return failure(done.error());
        for (;;) {
            const auto more = m_records.next(m_values);
            if (!more) return failure(more.error());
            if (!*more) break;
            readRow();
            if (m_file.problems.size() >= MostProblems) break;
        }
        if (m_file.budgets.empty() && m_file.problems.isEmpty()) {
            return failure(ErrorKind::Usage, tokenledger::tr("The file has a header, but no budgets."));
        }
        return std::move(m_file);
    }

private:
    [[nodiscard]] Result<void> readHeader() {
        std::string_view header;
        const auto any = m_records.peek(header);
        if (!any) return failure(any.error());
        if (!*any) return failure(ErrorKind::Usage, tokenledger::tr("The file is empty."));
        m_records.setSeparator(separatorOf(header));
        if (const auto taken = m_records.next(m_values); !taken) return failure(taken.error());
        for (std::size_t i = 0; i < m_values.size(); ++i) {
            const QString name = toText(m_values[i]).toLower();
            if (!Columns.contains(name)) {
                return failure(ErrorKind::Usage,
                               tokenledger::tr("Line 1: \"%1\" is no column of budgets. They are: %2.")
                                   .arg(name, Columns.join(QStringLiteral(", "))));
            }
            if (!m_places.emplace(name, i).second) {
                return failure(ErrorKind::Usage,
                               tokenledger::tr("Line 1: the column \"%1\" is there twice.").arg(name));
            }
        }
        m_width = m_values.size();
        for (const QString& name : Needed) {
            if (!m_places.contains(name)) {
                return failure(ErrorKind::Usage, tokenledger::tr("Line 1: the column \"%1\" is missing.").arg(name));
            }
        }
        return {};
    }

    [[nodiscard]] QString cell(const QString& column) const {
        const auto place = m_places.find(column);
        return place != m_places.end() && place->second < m_values.size() ? toText(m_values[place->second]) : QString();
    }
    void complain(const QString& column, const QString& what) {
        m_file.problems
            << tokenledger::tr("Line %1, column %2: %3").arg(QString::number(m_records.line()), column, what);
    }

    void readRow() {
        // A "5,000" without quotation marks moves all that follows by one column.
        if (m_values.size() != m_width) {
            const auto column = static_cast<qulonglong>(std::min(m_values.size(), m_width) + 1);
            complain(QString::number(column),
                     tokenledger::tr("There are %1 values, and %2 columns. A value that holds a separator "
                                     "belongs into quotation marks.")
                         .arg(m_values.size())
                         .arg(m_width));
            return;
        }
        const qsizetype before = m_file.problems.size();
        Budget budget;
        budget.name = cell(Columns[0]);
        if (!m_names.insert(budget.name).second) {
            complain(Columns[0], tokenledger::tr("The budget \"%1\" is in the file twice.").arg(budget.name));
        }
        readScope(budget);
        const auto period = budgetPeriodFromName(cell(Columns[3]).toLower());
        if (!period) {
            complain(Columns[3], tokenledger::tr("\"%1\" is none of month, quarter and year.").arg(cell(Columns[3])));
        } else {
            budget.period = *period;
        }
        readAmount(budget);
        if (const QString text = cell(Columns[5]); !text.isEmpty()) {
            // In a file whose commas separate, blanks or semicolons may stand between them.
            auto thresholds = parseThresholds(QString(text).replace(u';', u',').simplified().replace(u' ', u','));
            if (thresholds)
                budget.thresholds = *std::move(thresholds);
            else
                complain(Columns[5], thresholds.error().message);
        }
        budget.from = readDay(Columns[6]);
        budget.to = readDay(Columns[7]);
        if (m_file.problems.size() != before) return;
        if (const auto checked = checkBudget(budget); !checked) {
            m_file.problems
                << tokenledger::tr("Line %1: %2").arg(QString::number(m_records.line()), checked.error().message);
            return;
        }
        m_file.budgets.push_back(std::move(budget));
    }

    void readScope(Budget& budget) {
        const QString text = cell(Columns[1]);
        const auto scope = scopeFromName(text.toLower());
        if (!scope) {
            complain(Columns[1],
                     tokenledger::tr("\"%1\" is none of organization, workspace, team, api_key and model.").arg(text));
            return;
        }
        budget.scope = *scope;
        const QString value = cell(Columns[2]);
        if (*scope == BudgetScope::Organization) {
            if (!value.isEmpty()) complain(Columns[2], tokenledger::tr("The organization is one; leave this empty."));
            return;
        }
        if (value.isEmpty()) {
            complain(Columns[2], tokenledger::tr("Say which one it is."));
            return;
        }
        auto id = m_valueOf(*scope, value);
        if (id)
            budget.value = *std::move(id);
        else
            complain(Columns[2], id.error().message);
    }

    void readAmount(Budget& budget) {
        QString text = cell(Columns[4]);
        if (text.startsWith(u'$')) text = text.mid(1);
        const std::string written = text.toStdString();
        if (couldBeThousands(written, ',') || couldBeThousands(written, '.')) {
            complain(
                Columns[4],
                tokenledger::tr("\"%1\" could be thousands or decimals. Write it as in 1250 or 1250.50.").arg(text));
            return;
        }
        if (m_records.separator() != ',' && !text.contains(u'.')) text.replace(u',', u'.');
        const auto amount = parseDollars(text.toStdString());
        if (amount && !amount->rounded) {
            budget.amount = amount->amount;
            return;
        }
        complain(Columns[4],
                 tokenledger::tr("\"%1\" is no amount of US dollars as in 1250.50; without separators of thousands.")
                     .arg(cell(Columns[4])));
    }

    [[nodiscard]] std::optional<UtcDay> readDay(const QString& column) {
        const QString text = cell(column);
        if (text.isEmpty()) return std::nullopt;
        const auto day = UtcDay::fromIso(text);
        if (!day) complain(column, tokenledger::tr("\"%1\" is no day as in 2026-11-20.").arg(text));
        return day;
    }

    CsvRecords& m_records;
    const ScopeValueOf& m_valueOf;
    std::vector<std::string_view> m_values;
    std::map<QString, std::size_t> m_places;
    std::size_t m_width = 0;
    std::set<QString> m_names;
    BudgetFile m_file;
};

}  // namespace

Result<BudgetFile> readBudgetFile(QIODevice& device, const ScopeValueOf& valueOf) {
    TextLines lines(device);
    CsvRecords records(lines);
    return Reader(records, valueOf).read();
}

}  // namespace tokenledger
