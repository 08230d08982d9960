#include "storage/verify.h"

#include "app/core/texts.h"
#include "storage/claudecodefacts.h"
#include "storage/costfacts.h"
#include "storage/ledgerstore.h"
#include "storage/statement.h"
#include "storage/usagefacts.h"
#include "storage/verifyfacts.h"

#include <functional>

namespace tokenledger {

namespace {

void checkIntegrity(SQLite::Database& db, Findings& findings) {
    for (Statement check(db, "PRAGMA integrity_check(100)"); check.step();) {
        if (check.text(0) == "ok") continue;
        findings.add("integrity", tr("SQLite finds the file damaged: %1.").arg(check.string(0)));
    }
}

void checkForeignKeys(SQLite::Database& db, Findings& findings) {
    for (Statement check(db, "PRAGMA foreign_key_check"); check.step();) {
        findings.add(
            "foreign keys",
            tr("A row of %1 points to a row of %2 that does not exist.").arg(check.string(0), check.string(2)));
    }
}

void checkStates(SQLite::Database& db, Findings& findings) {
    constexpr auto Last = static_cast<std::int64_t>(DayState::Failed);
    Statement odd(db, "SELECT dataset, COUNT(*) FROM coverage WHERE state NOT BETWEEN 0 AND ? GROUP BY dataset");
    for (odd.with(Last); odd.step();) {
        findings.add(
            "coverage",
            tr("%1 days of dataset %2 are in a state that there is not.").arg(odd.integer(1)).arg(odd.integer(0)));
    }
}

/// integrity_check compares indexes with their tables; this finds two numbers for one meaning even without the index.
void checkUnique(SQLite::Database& db, Findings& findings) {
    struct Table {
        const char* name;
        const char* columns;
    };
    static constexpr std::array Tables = {
        Table{"term", "text"},
        Table{"scope", "provider, source, bucket_width, grouped_by"},
        Table{"usage_key", "workspace, api_key, model, service_tier, context_window"},
        Table{"cost_key",
              "workspace, description, cost_type, token_type, model, service_tier, context_window, inference_geo"},
        Table{"claude_code_key", "actor_type, actor, terminal, customer_type, subscription_type"},
        Table{"claude_code_model_key", "actor_type, actor, terminal, customer_type, subscription_type, model"},
        Table{"claude_code_tool_key", "actor_type, actor, terminal, customer_type, subscription_type, tool"},
    };
    for (const Table& table : Tables) {
        // NOT INDEXED, for the index is what may be wrong.
        const std::string sql = std::string("SELECT MIN(id), COUNT(*) FROM ") + table.name + " NOT INDEXED GROUP BY " +
                                table.columns + " HAVING COUNT(*) > 1";
        for (Statement twice(db, sql.c_str()); twice.step();) {
            findings.add("keys", tr("Row %1 of %2 is there %3 times under different numbers.")
                                     .arg(twice.integer(0))
                                     .arg(QLatin1String(table.name))
                                     .arg(twice.integer(1)));
        }
    }
}

template <typename Facts>
void checkTerms(SQLite::Database& db, std::int64_t terms, std::size_t firstTermColumn, Findings& findings) {
    Statement keys(db, Facts::KeysAfter);
    for (keys.with(std::int64_t{0}); keys.step();) {
        for (std::size_t i = firstTermColumn; i < Facts::Columns.size(); ++i) {
            const std::int64_t term = keys.integer(1 + static_cast<int>(i));
            if (term >= NotGroupedTerm && term <= terms) continue;
            findings.add("keys", tr("Row %1 of %2_key names the text %3, which does not exist.")
                                     .arg(keys.integer(0))
                                     .arg(QLatin1String(Facts::Name))
                                     .arg(term));
        }
    }
}

void checkTerms(SQLite::Database& db, Findings& findings) {
    const std::int64_t terms = singleInteger(db, "SELECT COUNT(*) FROM term");
    if (terms != singleInteger(db, "SELECT COALESCE(MAX(id), 0) FROM term")) {
        findings.add("keys", tr("The numbers of the texts have gaps: a text was taken out."));
        return;
    }
    checkTerms<UsageFacts>(db, terms, 0, findings);
    checkTerms<CostFacts>(db, terms, 0, findings);
    checkTerms<ClaudeCodeFacts>(db, terms, 1, findings);
    checkTerms<ClaudeCodeModelFacts>(db, terms, 1, findings);
    checkTerms<ClaudeCodeToolFacts>(db, terms, 1, findings);
}

}  // namespace

std::vector<VerifyFinding> verifyCache(SQLite::Database& db, const Progress& progress) {
    Findings findings;
    // Each for itself: damage in one table does not hide what is wrong in another.
    const auto run = [&](const char* check, const std::function<void()>& work) {
        try {
            work();
        } catch (const SQLite::Exception& exception) {
            if ((exception.getErrorCode() & 0xFF) == SQLITE_INTERRUPT) throw;
            findings.add(check, tr("The check could not be made: %1.").arg(QString::fromUtf8(exception.what())));
        }
    };
    struct Check {
        const char* name;
        std::function<void()> work;
    };
    const std::array checks = {
        Check{"integrity", [&] { checkIntegrity(db, findings); }},
        Check{"foreign keys", [&] { checkForeignKeys(db, findings); }},
        Check{"keys", [&] { checkUnique(db, findings); }},
        Check{"keys", [&] { checkTerms(db, findings); }},
        Check{"usage", [&] { verifyRollups<UsageFacts>(db, Dataset::Usage, findings); }},
        Check{"cost", [&] { verifyRollups<CostFacts>(db, Dataset::Cost, findings); }},
        Check{"coverage",
              [&] {
                  checkStates(db, findings);
                  verifyCoverage<UsageFacts>(db, Dataset::Usage, findings);
                  verifyCoverage<UsageFacts>(db, Dataset::UsageHourly, findings);
                  verifyCoverage<UsageFacts>(db, Dataset::UsageMinutely, findings);
                  verifyCoverage<CostFacts>(db, Dataset::Cost, findings);
                  verifyCoverage<ClaudeCodeFacts>(db, Dataset::ClaudeCode, findings);
              }},
        Check{"claude code", [&] { verifyClaudeCode(db, findings); }},
        Check{"closes and audit log", [&] { verifyLedger(db, findings); }},
    };
    for (std::size_t i = 0; i < checks.size(); ++i) {
        if (!progress(static_cast<int>(i), static_cast<int>(checks.size()))) {
            throw SQLite::Exception("interrupted", SQLITE_INTERRUPT);
        }
        run(checks[i].name, checks[i].work);
    }
    return findings.take();
}

}  // namespace tokenledger
