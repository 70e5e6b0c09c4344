#!/bin/bash
#SBATCH --job-name=reportminer
#SBATCH --array=1-8
#SBATCH --cpus-per-task=4
#SBATCH --mem=6G
#SBATCH --time=12:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
# 보고서를 여덟 몫으로 나누어 처리하는 Slurm 배열 작업. / A Slurm array that processes reports in eight shares.
#
#   job=$(sbatch --parsable deploy/slurm.sh /공유/보고서 /공유/out)
#   sbatch --dependency=afterany:$job deploy/slurm-collect.sh /공유/보고서 /공유/out
#
# 두 폴더는 모든 노드에서 같은 자리에 보여야 합니다. 끊긴 몫은 다시 넣으면(sbatch --array=3 …) 남은 것부터 잇습니다.
# Every node must see both folders at the same place. A share that was cut off goes on with what is left when it is
# submitted again (sbatch --array=3 …). 몫의 수: --array 와 SHARES 를 함께. / Number of shares: --array and SHARES together.
set -uo pipefail
SHARES=8
reportminer run "$1" -o "$2" --shard "$SLURM_ARRAY_TASK_ID/$SHARES" --jobs "$SLURM_CPUS_PER_TASK"
code=$?
# 3, 4: 실패한 보고서가 있으나 까닭이 적혔고 몫은 끝남. / Some reports failed, it is written why, and the share is done.
case $code in 3 | 4) exit 0 ;; *) exit $code ;; esac
