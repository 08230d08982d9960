#include "tests/gui/storagegate.h"

#include <QCoreApplication>
#include <QThread>

#include <sqlite3.h>

namespace tokenledger::test {

namespace {

StorageGate* theGate = nullptr;

using Extension = void (*)();

}  // namespace

StorageGate::StorageGate() {
    theGate = this;
    sqlite3_initialize();
    sqlite3_auto_extension(reinterpret_cast<Extension>(&StorageGate::watch));
}

StorageGate::~StorageGate() {
    open();
    sqlite3_reset_auto_extension();
    theGate = nullptr;
}

int StorageGate::watch(sqlite3* connection, char**, const void*) {
    return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, &StorageGate::onStatement, theGate);
}

int StorageGate::onStatement(unsigned, void* gate, void*, void*) {
    static_cast<StorageGate*>(gate)->pass();
    return 0;
}

void StorageGate::pass() {
    if (QThread::currentThread() == QCoreApplication::instance()->thread()) {
        ++m_inGuiThread;
    } else {
        QMutexLocker lock(&m_mutex);
        ++m_held;
        while (m_closed) m_opened.wait(&m_mutex);
        --m_held;
    }
    ++m_passed;
}

void StorageGate::close() {
    const QMutexLocker lock(&m_mutex);
    m_closed = true;
}

void StorageGate::open() {
    const QMutexLocker lock(&m_mutex);
    m_closed = false;
    m_opened.wakeAll();
}

}  // namespace tokenledger::test
