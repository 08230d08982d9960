// One prepared statement. SQLite::Statement copies a shared pointer for every column it reads, which costs more than
// the column; facts are read by the ten thousand, so this reads the handle directly. Throws SQLite::Exception like the
// rest.
#pragma once

#include <QString>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <cstdint>
#include <sqlite3.h>
#include <string_view>
#include <utility>

namespace tokenledger {

class Statement {
public:
    Statement(SQLite::Database& db, const char* sql) : m_db(db.getHandle()) {
        check(sqlite3_prepare_v2(m_db, sql, -1, &m_handle, nullptr));
    }
    ~Statement() { sqlite3_finalize(m_handle); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    void bind(int index, std::int64_t value) { check(sqlite3_bind_int64(m_handle, index, value)); }
    void bind(int index, std::string_view text) {
        const char* data = text.data() != nullptr ? text.data() : "";  // SQLite takes a null pointer for NULL
        check(sqlite3_bind_text64(m_handle, index, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    }
    void bind(int index, const QString& text) {
        const QByteArray utf8 = text.toUtf8();
        bind(index, std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
    }
    void bind(int index, std::nullptr_t) { check(sqlite3_bind_null(m_handle, index)); }

    /// Binds the parameters from the first on.
    template <typename... Values>
    Statement& with(const Values&... values) {
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }

    /// True while there is a row to read. After the last row the statement is ready to be bound anew.
    bool step() {
        const int code = sqlite3_step(m_handle);
        if (code == SQLITE_ROW) return true;
        sqlite3_reset(m_handle);
        if (code != SQLITE_DONE) throw SQLite::Exception(m_db, code);
        return false;
    }
    /// Runs a statement that gives no rows.
    void run() {
        while (step()) {
        }
    }
    void reset() { sqlite3_reset(m_handle); }

    [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(m_handle, column); }
    [[nodiscard]] bool isNull(int column) const { return sqlite3_column_type(m_handle, column) == SQLITE_NULL; }
    [[nodiscard]] std::string_view text(int column) const {
        const void* data = sqlite3_column_text(m_handle, column);
        if (data == nullptr) return {};
        return {static_cast<const char*>(data), static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column))};
    }
    [[nodiscard]] QString string(int column) const {
        const std::string_view utf8 = text(column);
        return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    }

private:
    void check(int code) const {
        if (code != SQLITE_OK) throw SQLite::Exception(m_db, code);
    }

    sqlite3* m_db = nullptr;
    sqlite3_stmt* m_handle = nullptr;
};

/// The one integer of a query without parameters; 0 without a row.
[[nodiscard]] inline std::int64_t singleInteger(SQLite::Database& db, const char* sql) {
    Statement statement(db, sql);
    return statement.step() ? statement.integer(0) : 0;
}

}  // namespace tokenledger
