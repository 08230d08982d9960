// Storage as slow as a test wants: every statement of every connection opened from now on passes a gate. While that is
// closed, whoever runs one waits, but for the GUI thread, which must run none: that is counted.
#pragma once

#include <QMutex>
#include <QWaitCondition>

#include <atomic>

struct sqlite3;

namespace tokenledger::test {

class StorageGate {
public:
    /// One at a time; made before the first connection is opened, in the GUI thread.
    StorageGate();
    ~StorageGate();
    StorageGate(const StorageGate&) = delete;
    StorageGate& operator=(const StorageGate&) = delete;

    void close();
    void open();
    /// A thread stands before the gate.
    [[nodiscard]] bool isHeld() const { return m_held > 0; }
    /// Statements that passed, and those among them that the GUI thread ran itself.
    [[nodiscard]] int passed() const { return m_passed; }
    [[nodiscard]] int inGuiThread() const { return m_inGuiThread; }

private:
    static int watch(sqlite3* connection, char**, const void*);
    static int onStatement(unsigned, void* gate, void*, void*);
    void pass();

    QMutex m_mutex;
    QWaitCondition m_opened;
    bool m_closed = false;
    std::atomic<int> m_held = 0;
    std::atomic<int> m_passed = 0;
    std::atomic<int> m_inGuiThread = 0;
};

}  // namespace tokenledger::test
