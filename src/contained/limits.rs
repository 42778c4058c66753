//! How much a child may take. Linux enforces memory, processor time, stack and files; elsewhere only the time is kept, by
//! the parent.

use std::time::Duration;

/// How long it may take for so many bytes.
pub(super) fn time_for(patience: Duration, bytes: usize) -> Duration {
    patience + Duration::from_millis(500) * (bytes >> 20) as u32
}

#[cfg(target_os = "linux")]
mod enforced {
    use std::time::Duration;

    use rustix::process::{Resource, Rlimit, Signal, getrlimit, set_parent_process_death_signal, setrlimit};
    use rustix::time::{ClockId, clock_gettime};

    /// What it may take beyond what the program itself takes when it starts: the largest file that is read, some copies.
    const MEMORY: u64 = 1 << 30;

    /// Limits this process; one that is smaller already stays. `within` is what it may have of memory, stacks besides.
    pub(in super::super) fn begin(within: Option<u64>) {
        // The parent may be gone before this; then the pipe is closed, which ends this process as well.
        let _ = set_parent_process_death_signal(Some(Signal::KILL));
        let pages = std::fs::read_to_string("/proc/self/statm").ok();
        let pages: Option<u64> = pages.and_then(|text| text.split_whitespace().next()?.parse().ok());
        limit(Resource::As, pages.unwrap_or(0) * rustix::param::page_size() as u64 + MEMORY);
        if let Some(within) = within {
            limit(Resource::Data, within + super::super::guarded::STACK as u64);
        }
        limit(Resource::Stack, super::super::guarded::STACK as u64);
        limit(Resource::Core, 0);
        limit(Resource::Fsize, 0);
        limit(Resource::Nofile, 8);
    }

    /// Limits this process before it becomes another program, whose threads and letters take more. One that writes may
    /// write files of that size, and holds more of them open.
    pub(in super::super) fn begin_program(writes: bool) {
        const WRITTEN: u64 = 256 << 20;
        let _ = set_parent_process_death_signal(Some(Signal::KILL));
        limit(Resource::As, if writes { 4 * MEMORY } else { 2 * MEMORY });
        limit(Resource::Core, 0);
        limit(Resource::Fsize, if writes { WRITTEN } else { 0 });
        limit(Resource::Nofile, if writes { 512 } else { 64 });
        limit(Resource::Cpu, 180);
    }

    /// Gives this process so much more processor time; after it the kernel ends it.
    pub(in super::super) fn give(time: Duration) {
        let used = clock_gettime(ClockId::ProcessCPUTime).tv_sec as u64;
        let before = getrlimit(Resource::Cpu);
        let until = Some(used + time.as_secs() + 2);
        let _ = setrlimit(Resource::Cpu, Rlimit { current: until, maximum: before.maximum });
    }

    fn limit(what: Resource, most: u64) {
        let before = getrlimit(what);
        let most = [before.current, before.maximum].into_iter().flatten().fold(most, u64::min);
        let _ = setrlimit(what, Rlimit { current: Some(most), maximum: Some(most) });
    }
}

#[cfg(not(target_os = "linux"))]
mod enforced {
    use std::time::Duration;

    /// Nothing is enforced here.
    pub(in super::super) fn begin(_within: Option<u64>) {}

    /// Nothing is enforced here.
    pub(in super::super) fn begin_program(_writes: bool) {}

    /// Nothing is enforced here.
    pub(in super::super) fn give(_time: Duration) {}
}

pub(super) use enforced::{begin, begin_program, give};
