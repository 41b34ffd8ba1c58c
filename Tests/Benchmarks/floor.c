// What the disk alone costs: no reading of formats, no rules, no protection of anything.
//
//     floor FOLDER each|all|BATCH BYTES
//
// Takes every file of FOLDER/inbox: claims it by a rename, reads it, writes BYTES of diagnostics beside it and files both in
// FOLDER/accepted. `each` makes every file durable by itself: fdatasync of the diagnostics, fsync of the folder. `all` does so
// with what the daemon makes durable: the report and the folders that it leaves as well. A number shares two syncfs(2), which
// do that too, between so many files. Prints the seconds that it took.
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define MOST 200000

static char *names[MOST];
static char bytes[1 << 20];
static int inbox, work, accepted;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static void check(int result, const char *what) {
  if (result < 0) {
    perror(what);
    exit(1);
  }
}

static int folder(const char *root, const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", root, name);
  mkdir(path, 0755);
  int descriptor = open(path, O_RDONLY | O_DIRECTORY);
  check(descriptor, path);
  return descriptor;
}

static void claim(const char *name, int is_synced) {
  check(renameat(inbox, name, work, name), "claim");
  int file = openat(work, name, O_RDONLY);
  check(file, name);
  while (read(file, bytes, sizeof bytes) > 0) {
  }
  if (is_synced) {
    check(fsync(file), "fsync of the report");
  }
  close(file);
}

static void diagnose(const char *name, size_t size, int is_synced) {
  char path[512];
  snprintf(path, sizeof path, ".%s.tmp", name);
  int file = openat(accepted, path, O_CREAT | O_TRUNC | O_WRONLY, 0644);
  check(file, path);
  check(write(file, bytes, size), "write");
  if (is_synced) {
    check(fdatasync(file), "fdatasync");
  }
  close(file);
}

static void settle(const char *name) {
  char path[512], page[512];
  snprintf(path, sizeof path, ".%s.tmp", name);
  snprintf(page, sizeof page, "%s.html", name);
  check(renameat(accepted, path, accepted, page), "diagnostics");
  check(renameat(work, name, accepted, name), "report");
}

int main(int count, char **arguments) {
  if (count != 4) {
    fprintf(stderr, "floor FOLDER each|all|BATCH BYTES\n");
    return 64;
  }
  inbox = folder(arguments[1], "inbox");
  work = folder(arguments[1], "work");
  accepted = folder(arguments[1], "accepted");
  int batch = atoi(arguments[2]);
  int is_all = strcmp(arguments[2], "all") == 0;
  size_t size = strtoul(arguments[3], NULL, 10);
  if (size > sizeof bytes) {
    size = sizeof bytes;
  }
  memset(bytes, 'd', sizeof bytes);

  double begun = now();
  int files = 0;
  DIR *listing = fdopendir(dup(inbox));
  for (struct dirent *entry; files < MOST && (entry = readdir(listing)) != NULL;) {
    if (entry->d_name[0] != '.') {
      names[files++] = strdup(entry->d_name);
    }
  }
  if (batch == 0) {
    for (int i = 0; i < files; i++) {
      claim(names[i], is_all);
      diagnose(names[i], size, 1);
      settle(names[i]);
      check(fsync(accepted), "fsync");
      if (is_all) {
        check(fsync(work), "fsync");
        check(fsync(inbox), "fsync");
      }
    }
  } else {
    for (int start = 0; start < files; start += batch) {
      int end = start + batch < files ? start + batch : files;
      for (int i = start; i < end; i++) {
        claim(names[i], 0);
        diagnose(names[i], size, 0);
      }
      check(syncfs(accepted), "syncfs");
      for (int i = start; i < end; i++) {
        settle(names[i]);
      }
      check(syncfs(accepted), "syncfs");
    }
  }
  printf("%.6f\n", now() - begun);
  return 0;
}
